"""What may be typed on each sheet: one declaration serves the form, the JSON file and the check."""
