"""Bytes of an uploaded picture in; what may be stored of it, and its renditions, out. Knows no model and no storage."""
