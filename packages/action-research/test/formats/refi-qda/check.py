"""Reads archives named on the command line with Python's own zip and XML parsers, and prints what it found as JSON."""

import json
import sys
import uuid
import zipfile
import xml.etree.ElementTree as ET


def tree(element):
    namespace, _, name = element.tag.rpartition("}")
    return {
        "name": name,
        "namespace": namespace.lstrip("{"),
        "attributes": dict(element.attrib),
        "text": element.text or "",
        "children": [tree(child) for child in element],
    }


def archive(path):
    with zipfile.ZipFile(path) as opened:
        assert opened.testzip() is None
        names = opened.namelist()
        dates = sorted({info.date_time for info in opened.infolist()})
        texts = {name: opened.read(name).decode("utf-8") for name in names if name.endswith(".txt")}
        return {"names": names, "dates": dates, "texts": texts, "project": tree(ET.fromstring(opened.read("project.qde")))}


paths, xml = [p for p in sys.argv[1:] if p.endswith(".qdpx")], [p for p in sys.argv[1:] if not p.endswith(".qdpx")]
space = uuid.uuid5(uuid.NAMESPACE_URL, "urn:mentoring-commons:action-research")
print(json.dumps({
    "archives": [archive(path) for path in paths],
    "xml": [tree(ET.parse(path).getroot()) for path in xml],
    "space": str(space),
    "guids": [str(uuid.uuid5(space, json.dumps(parts, separators=(",", ":"), ensure_ascii=False))) for parts in
              [["code", "trust"], ["évidence", "i1", "\"x\" 𝄞"], ["a" * 200]]],
}))
