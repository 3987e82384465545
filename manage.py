#!/usr/bin/env python
import os
import sys

from django.core.management import execute_from_command_line

from newsportal import trial

if __name__ == "__main__":
    trial.apply()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsportal.settings")
    execute_from_command_line(sys.argv)
