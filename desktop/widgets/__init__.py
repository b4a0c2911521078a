"""Generic controls of a keyboard-first desk: they know Qt and declared fields, and nothing of cases."""
