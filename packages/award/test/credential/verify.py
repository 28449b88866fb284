"""Verifies credentials without any code of this project: PyLD canonicalises, cryptography checks the signatures.

Reads from standard input {"contexts": {address: document}, "items": [{"text": ..., "key": ...}]}. A text is JSON with a proof
eddsa-rdfc-2022, whose key is a Multikey, or a compact token RS256, whose key is a JSON Web Key. Writes a list of true and false.
"""

import base64
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from pyld import jsonld

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def base58(text):
    number = 0
    for letter in text:
        number = number * 58 + ALPHABET.index(letter)
    body = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return b"\0" * (len(text) - len(text.lstrip("1"))) + body


def base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def canonical_hash(document, contexts):
    def load(address, _options):
        if address not in contexts:
            raise ValueError("not bundled: " + address)
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": contexts[address],
        }

    options = {"algorithm": "URDNA2015", "format": "application/n-quads", "documentLoader": load}
    return hashlib.sha256(jsonld.normalize(document, options).encode("utf-8")).digest()


def proven(credential, multikey, contexts):
    document = dict(credential)
    proof = document.pop("proof")
    proof = dict(proof[0] if isinstance(proof, list) else proof)
    signature = base58(proof.pop("proofValue")[1:])
    proof["@context"] = document["@context"]
    signed = canonical_hash(proof, contexts) + canonical_hash(document, contexts)
    key = base58(multikey[1:])
    assert key[:2] == b"\xed\x01" and len(key) == 34
    Ed25519PublicKey.from_public_bytes(key[2:]).verify(signature, signed)


def signed_token(token, jwk):
    head, body, signature = token.split(".")
    header = json.loads(base64url(head))
    assert header["alg"] == "RS256" and set(header) == {"alg", "kid", "typ"}
    claims = json.loads(base64url(body))
    assert claims["iss"] == claims["issuer"]["id"] and claims["jti"] == claims["id"]
    assert claims["sub"] == claims["credentialSubject"]["id"]
    numbers = rsa.RSAPublicNumbers(
        int.from_bytes(base64url(jwk["e"]), "big"), int.from_bytes(base64url(jwk["n"]), "big")
    )
    signing = (head + "." + body).encode("ascii")
    numbers.public_key().verify(base64url(signature), signing, padding.PKCS1v15(), hashes.SHA256())


def verdict(item, contexts):
    try:
        if isinstance(item["key"], str):
            proven(json.loads(item["text"]), item["key"], contexts)
        else:
            signed_token(item["text"], item["key"])
        return True
    except (InvalidSignature, AssertionError):
        return False


asked = json.load(sys.stdin)
json.dump([verdict(item, asked["contexts"]) for item in asked["items"]], sys.stdout)
