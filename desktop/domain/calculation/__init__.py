"""Sums that show their work: the calculators, what each is handed and what it gives back. Read this before you write one.

A calculator is one file (or, where it is large, one folder) that declares and computes, and nothing else:

1. `INPUTS`: declared fields (`fields.Field`) with an example each. Money comes clean as int fen, so begin with `working.yuan`. Three
   fields are added to every sheet by `calculator.COMMON`: `day` (as of when it is computed), `region`, and `years` (which statistical
   year counts for which legal value, where it is not the last one).
2. `OPTIONS`: conventions that differ between courts, each a choice with a stated default. They are kept with the case and printed.
3. `HEADS`: what the sum is made of (误工费, 经济补偿金, 利息 ...). A head with `counts=False` is shown and not added to the
   total (who bears what of it).
4. one pure function `work(given, chosen, book) -> Worked`. `given` are the checked inputs, `chosen` gives the code of an option (ask
   only for those that matter: what was asked for is printed), `book` hands out legal values and remembers them. It returns lines,
   remarks and payments; `calculator.run` adds totals, values used and options.
5. `CALCULATOR = Calculator(...)`, listed in `registry`.

`work_injury` is the smallest that has all of it: copy it.

The rules:
- Formulas hold no figures. What a law fixes comes from the book (`resources/law/*.toml`): `book.on(key)` for what holds on a day,
  `book.last_year(key)` for the figure of the year before. What the program does not ship and only an office can know is a `[[wanted]]`
  entry there.
- A missing value is a Refusal that names key and year (the book raises it). A missing or contradicting fact is a Refusal at its dotted
  field, best all at once: collect `Fault`s and raise `Refusal.of(faults)`. Never skip a head because something is missing: there is no
  total with a hole in it.
- Compute exactly (Decimal, Fraction) and round once, where the amount of a line is made: `working.cent`. What is divided is divided by
  `working.split`, whose parts add up.
- A line says how it was worked out in words and figures as a herder can follow it: `48,676元×20年×10%`. A step (amount None)
  explains what follows.
- Words go through `_()` as everywhere. Lines are printed on papers, so `calculator.run` calls `work` while this thread speaks the
  paper's language (`i18n.speaking`); a Refusal raised there comes in the language of the interface all the same, since `run` asks again
  for it. Hence: no state in `work`, and no words made at import (mark those with `N_`).
- Worked examples are data: `tests/domain/calculation/<key>.toml`, at least eight with the edges; the one test that reads them all is
  `tests/domain/test_calculations.py`. Add a property test of your own (monotone where the law is, parts add up, caps hold).
"""
