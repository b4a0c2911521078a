"""Late performance of a court's document: `sheet` what is asked, `account` how it grows and is paid, `rule` the whole."""
