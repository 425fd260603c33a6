"""The bound table as variables of OpenFisca: one a fact, the cell's row, and one an output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.metadata import version
from typing import Any

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

from bench.rules_peers import Array, Mode
from bench.rules_people import ON
from kenpo.rulebook import NOTHING, Batch
from kenpo.rulebook.array_functions import array_function
from kenpo.rulebook.emit import ARRAYS
from kenpo.rulebook.narrow import narrow
from kenpo.rulebook.plan import Choice, Plan
from kenpo.rulebook.terms import Term, columns_in

PERSON = Entity("person", "persons", "A member", "")
PERIOD = ON.isoformat()
Formula = Callable[..., Any]


def modes(batch: Batch, columns: Mapping[str, Array]) -> list[Mode]:
    """Return the simulation without a trace."""
    system = _system(batch.plan, columns)
    size = len(next(iter(columns.values())))
    names = ["row", *(f"output{place}" for place in range(len(batch.outputs)))]

    def results() -> list[Array]:
        simulation = SimulationBuilder().build_default_simulation(system, count=size)
        for name in batch.columns:
            simulation.set_input(name, PERIOD, columns[name])
        return [simulation.calculate(name, PERIOD) for name in names]

    return [Mode("openfisca", version("openfisca-core"), "no trace", results, results)]


def _system(plan: Plan, columns: Mapping[str, Array]) -> TaxBenefitSystem:
    system = TaxBenefitSystem([PERSON])
    small = narrow(plan)
    for name in plan.columns:
        system.add_variable(_variable(name, bool if columns[name].dtype == np.bool_ else int))
    for place, choice in enumerate(small.choices):
        system.add_variable(_variable(f"fact{place}", int, _fact(choice)))
    facts = [f"fact{place}" for place in range(len(small.choices))]
    system.add_variable(_variable("row", int, _row(facts, small.winners.astype(np.int32))))
    for place in range(len(plan.outputs)):
        terms = [group[place] for group in plan.groups]
        system.add_variable(_variable(f"output{place}", int, _output(terms, plan)))
    return system


def _variable(name: str, kind: type, formula: Formula | None = None) -> type[Variable]:
    parts: dict[str, Any] = {
        "value_type": kind,
        "entity": PERSON,
        "definition_period": DateUnit.DAY,
        "label": name,
    }
    if formula is not None:
        parts["formula"] = formula
    return type(name, (Variable,), parts)


def _fact(choice: Choice) -> Formula:
    columns = {choice.column} if choice.column else set()
    columns |= {name for condition, _ in choice.steps for name in columns_in(condition)}
    names = tuple(sorted(columns))
    share = array_function(ARRAYS.share(choice), names, np.int32)

    def formula(person: Any, period: Any) -> Any:  # noqa: ANN401 - OpenFisca's own types
        return share(*(person(name, period) for name in names))

    return formula


def _row(facts: list[str], winners: Array) -> Formula:
    def formula(person: Any, period: Any) -> Any:  # noqa: ANN401 - OpenFisca's own types
        return winners[sum(person(name, period) for name in facts)]

    return formula


def _output(terms: list[Term | None], plan: Plan) -> Formula:
    groups = np.array(plan.group_of)
    written = [(group, term) for group, term in enumerate(terms) if term is not None]
    functions = [
        (group, columns_in(term), array_function(ARRAYS.formula(term), columns_in(term), np.int32))
        for group, term in written
    ]

    def formula(person: Any, period: Any) -> Any:  # noqa: ANN401 - OpenFisca's own types
        group_of = groups[person("row", period)]
        conditions = [group_of == group for group, _, _ in functions]
        values = [
            function(*(person(name, period) for name in names)) for _, names, function in functions
        ]
        return np.select(conditions, values, default=NOTHING)

    return formula
