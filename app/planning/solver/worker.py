# SPDX-License-Identifier: Apache-2.0
"""The solver's own process: models come in, values go out; it knows numbers only.

``cp_model_helper`` is OR-Tools' core with nothing around it: NumPy, pandas and protobuf are
neither imported nor installed (``docs/decisions/0021-one-planning-engine.md``).
"""

import json

from ortools.sat.python import cp_model_helper as cp_sat


def solved(request: bytes) -> bytes:
    """Return the answer to a request: parameters on the first line, then the model.

    Raises:
        ValueError: it is not a model.
    """
    parameters, _, model = request.decode("ascii").partition("\n")
    proto, wanted = cp_sat.CpModelProto(), cp_sat.SatParameters()
    if not (proto.parse_text_format(model) and wanted.parse_text_format(parameters)):
        raise ValueError("not a model")
    solver = cp_sat.SolveWrapper()
    solver.set_parameters(wanted)
    found: cp_sat.CpSolverResponse = solver.solve(proto)  # type: ignore[no-untyped-call]
    answer = {
        "status": found.status.name,
        "values": list(found.solution),
        "bound": round(found.best_objective_bound),
    }
    return json.dumps(answer).encode("ascii")
