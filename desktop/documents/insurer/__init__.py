"""The papers of a traffic case that go to an insurer or are made with one (forms brief 6)."""
