"""The officer's addresses: waves, one wave, one branch, counts as CSV, files."""

from __future__ import annotations

from litestar import Response, Router, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import File

from kenpo.values.ids import WaveId
from kenpo.web.house import House
from kenpo.web.officer.branch_page import branch_page
from kenpo.web.officer.counts_csv import counts_csv
from kenpo.web.officer.packages import media_type, open_file
from kenpo.web.officer.wave_page import known_wave, read_wave, read_waves, wave_tiles
from kenpo.web.pages import page

_HERE = {"here": "/o"}


@get("/", sync_to_thread=True)
def show_waves(house: NamedDependency[House]) -> Response[str]:
    """List the waves with their counts."""
    return page("officer/waves.html", _HERE | {"waves": read_waves(house)})


@get("/waves/{wave_id:str}", sync_to_thread=True)
def show_wave(house: NamedDependency[House], wave_id: FromPath[str]) -> Response[str]:
    """Show one wave: funnel, sums, map, reasons, files."""
    view = read_wave(house, WaveId(wave_id))
    if view is None:
        raise NotFoundException
    return page("officer/wave.html", _HERE | {"view": view})


@get("/waves/{wave_id:str}/branches/{code:int}", sync_to_thread=True)
def show_branch(
    house: NamedDependency[House], wave_id: FromPath[str], code: FromPath[int]
) -> Response[str]:
    """Show one branch of a wave: counts, PDFs, employers' lists."""
    view = branch_page(house, WaveId(wave_id), code)
    if view is None:
        raise NotFoundException
    return page("officer/branch.html", _HERE | {"view": view})


@get("/waves/{wave_id:str}/counts.csv", sync_to_thread=True)
def download_counts(house: NamedDependency[House], wave_id: FromPath[str]) -> Response[bytes]:
    """Hand out the counts by branch."""
    tiles = wave_tiles(house, WaveId(wave_id))
    if tiles is None:
        raise NotFoundException
    name = f'attachment; filename="{wave_id}-counts.csv"'
    return Response(
        counts_csv(tiles),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": name},
    )


@get("/waves/{wave_id:str}/files/{relative:path}", sync_to_thread=True)
def download_file(
    house: NamedDependency[House], wave_id: FromPath[str], relative: FromPath[str]
) -> File:
    """Hand out one finished file of a wave that exists, and nothing else."""
    wave = known_wave(house, WaveId(wave_id))
    path = None if wave is None else open_file(house.packages, wave.wave_id, relative.lstrip("/"))
    if path is None:
        raise NotFoundException
    return File(
        path, filename=path.name, media_type=media_type(path), content_disposition_type="inline"
    )


router = Router(
    path="/o",
    route_handlers=[show_waves, show_wave, show_branch, download_counts, download_file],
)
