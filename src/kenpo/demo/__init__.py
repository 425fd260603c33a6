"""Made-up people and the tour that shows the product on them.

Nobody here exists. Names are drawn from lists of common names, addresses are real postcodes with
invented block numbers, and My Numbers come from ``my_numbers``, a range chosen to look invented.
"""
