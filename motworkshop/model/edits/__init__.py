"""What people can do: functions from a workshop to an `Edit`, one or more per noun.

None of them changes anything; `History.do` does. Each refuses with a `RefusedError` that says why.
"""
