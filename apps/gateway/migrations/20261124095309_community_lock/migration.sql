-- Spells of one community are recorded one at a time, which takes a lock on its row; what is said of it may be corrected.
GRANT UPDATE (label, domain, formed_on) ON commons.community TO app_user;
