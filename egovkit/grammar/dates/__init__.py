"""The grammar of dates (日期): the calendar, how a date is written, whole strings, and the search in a text."""
