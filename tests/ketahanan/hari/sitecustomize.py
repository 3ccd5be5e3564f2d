"""Lets every process of these tests live on one day, whatever the machine's date."""

import datetime as dt
import os

import time_machine

if "UJI_SAAT" in os.environ:
    time_machine.travel(dt.datetime.fromisoformat(os.environ["UJI_SAAT"]), tick=True).start()
