"""What operations need of the outside world, one module a family."""

from kenpo.operations.ports.clock import Clock, Ids
from kenpo.operations.ports.database import Database, Session
from kenpo.operations.ports.imports import ImportedFile, Imports, Refusal
from kenpo.operations.ports.packages import Packages, PackedFolder, Spreadsheets
from kenpo.operations.ports.printing import PrintedFile, Printer, Progress
from kenpo.operations.ports.register import NumberedEvent, Register, RegisterCounts
from kenpo.operations.ports.waves import FrozenStamp, WaveCounts, Waves

__all__ = [
    "Clock",
    "Database",
    "FrozenStamp",
    "Ids",
    "ImportedFile",
    "Imports",
    "NumberedEvent",
    "Packages",
    "PackedFolder",
    "PrintedFile",
    "Printer",
    "Progress",
    "Refusal",
    "Register",
    "RegisterCounts",
    "Session",
    "Spreadsheets",
    "WaveCounts",
    "Waves",
]
