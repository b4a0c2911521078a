"""The court's element forms 要素式起诉状、答辩状: declared rows in, filled cells and open questions out."""
