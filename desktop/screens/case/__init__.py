"""The page of one case: where it stands, what is to be done now, and the sheets on which it is done."""
