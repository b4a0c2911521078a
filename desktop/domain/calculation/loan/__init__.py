"""Loans and prices owed: `sheet` what is asked, `rates` what interest counts when, `account` how it grows and is paid, `rule` the whole."""
