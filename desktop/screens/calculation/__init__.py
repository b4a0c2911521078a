"""The page of a calculation: left what is entered and the three amounts a head, right how it is worked out, living."""
