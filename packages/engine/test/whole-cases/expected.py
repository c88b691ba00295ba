#!/usr/bin/env python3
"""What the whole cases must come to, worked out apart from the engine.

Reads cases.json and writes expected.json beside it. Python 3 and its standard library only; every formula and figure here
was written from the method's text, never from the engine's output. Run it after a change of a case or of the method:

    python3 packages/engine/test/whole-cases/expected.py
"""

import json
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# --- Figures, each with the name it has in the factor table --------------------------------------------------------------

GAS_EUR_PER_MWH = 40
GAS_KG_PER_KWH = 0.2027
METHANE_KWH_PER_M3 = 9.97
BOILER = 0.90

FIGURES = {
    "finance.discount_rate": 0.08,
    "finance.years": 10,
    "price.electricity": 120,
    "electricity.tariff_share": 0.35,
    "price.boiler_heat": GAS_EUR_PER_MWH / BOILER,
    "price.heat_pump_heat": 120 / 4.4,
    "price.chiller_cold": 120 / 4.8,
    "price.methane": GAS_EUR_PER_MWH * METHANE_KWH_PER_M3 / 1000,
    "price.biogas": 0.6 * GAS_EUR_PER_MWH * METHANE_KWH_PER_M3 / 1000,
    "price.compressed_air": 120 * 0.1144 / 1000,
    "price.fly_ash": 35,
    "price.slag_granulate": 15,
    "price.gypsum": 5,
    "price.steel_scrap": 290,
    "price.plastic_scrap": 321,
    "price.waste_paper": 156,
    "disposal.landfill": 30,
    "disposal.incineration": 110,
    "disposal.digestion": 15,
    "disposal.sludge": 90,
    "treatment.screening": 0.05,
    "treatment.filter_uv": 0.15,
    "pipe.heat_base": 300,
    "pipe.heat_per_mm": 3.9,
    "pipe.heat_surface": 1.25,
    "pipe.steam_factor": 2,
    "pipe.plastic_base": 70,
    "pipe.plastic_surface": 1.8,
    "pipe.gas": 110,
    "pipe.gas_steel": 450,
    "pipe.detour": 1.27,
    "pipe.upkeep": 0.01,
    "pipe.friction": 150,
    "pipe.pump_efficiency": 0.65,
    "heat.extraction": 500,
    "heat.integration": 200_000,
    "truck.per_km": 1.5,
    "truck.per_hour": 60,
    "truck.stop_hours": 1,
    "truck.minimum": 150,
    "truck.load": 25,
    "truck.load_pallets": 33,
    "truck.empty_return": 1,
    "road.detour_near": 1.34,
    "road.detour_far": 1.30,
    "wire.cable": 150,
    "wire.end": 100_000,
    "wire.detour": 1.25,
    "wire.circuit": 10_000,
    "wire.resistance": 0.206,
    "heat_pump.to_90": 800,
    "heat_pump.quality_grade": 0.45,
    "converter.heat_pump_90.opex": 0.02,
    "converter.gas_compressor.capex": 1500,
    "converter.gas_compressor.opex": 0.05,
    "converter.gas_compressor.efficiency": 0.75,
    "converter.biogas_upgrading.capex": 3000,
    "converter.biogas_upgrading.opex": 0.05,
    "converter.biogas_upgrading.slip": 0.01,
    "converter.biogas_upgrading.electricity": 0.25,
    "visit.per_km": 0.9,
    "visit.hours": 8,
    "visit.area": 10,
    "co2.boiler_heat": GAS_KG_PER_KWH * 1000 / BOILER,
    "co2.methane": GAS_KG_PER_KWH * METHANE_KWH_PER_M3,
    "co2.biogas": 0.6 * GAS_KG_PER_KWH * METHANE_KWH_PER_M3,
    "co2.clinker": 810,
    "co2.gypsum": 5,
    "co2.metal": 3473 - 1706,
    "co2.plastics": 3172 - 1575,
    "co2.paper": 1345 - 1050,
    "co2.water": 0.1913,
    "co2.sewage": 0.1709,
    "co2.landfill_inert": 1.263,
    "co2.truck_full": 1.06921,
    "co2.truck_empty": 0.64734,
    "co2.van": 0.25,
    "displaced.energy": 1,
    "displaced.material": 0.9,
    "displaced.unknown": 0.5,
    "displaced.clinker_by_fly_ash": 0.4,
    "displaced.clinker_by_slag": 0.6,
}

# kg CO2e per kWh of the grid, by country; members of the Union without a figure take its mean, others are not known.
GRID = {
    "DK": 0.152, "DE": 0.381, "FR": 0.056, "SE": 0.041, "FI": 0.079, "AT": 0.111, "BE": 0.138, "PL": 0.662,
    "CZ": 0.450, "EE": 0.417, "BG": 0.335, "GR": 0.337, "IE": 0.291, "HR": 0.205, "HU": 0.204, "GB": 0.196,
}  # fmt: skip
UNION_WITHOUT_FIGURE = {"NL", "IT", "ES", "PT", "LU", "SK", "SI", "RO", "LT", "LV", "CY", "MT"}
UNION_MEAN = 0.21

PER_EURO = {"EUR": 1, "DKK": 7.46038}

# What a demand of a type replaces: price of the alternative, and its CO2 (kg per unit, or kWh per unit of the grid).
REPLACED = {
    "heat.hot_water": ("price.boiler_heat", "co2.boiler_heat", "displaced.energy"),
    "heat.flue_gas": ("price.boiler_heat", "co2.boiler_heat", "displaced.energy"),
    "heat.steam": ("price.boiler_heat", "co2.boiler_heat", "displaced.energy"),
    "heat.low_grade": ("price.heat_pump_heat", 1000 / 4.4, "displaced.energy"),
    "cooling.chilled_water": ("price.chiller_cold", 1000 / 4.8, "displaced.energy"),
    "electricity.power": ("price.electricity", 1000, "displaced.energy"),
    "water.cooling": (None, "co2.water", "displaced.material"),
    "water.process": (None, "co2.water", "displaced.material"),
    "gas.biogas": ("price.biogas", "co2.biogas", "displaced.energy"),
    "gas.natural_gas": ("price.methane", "co2.methane", "displaced.energy"),
    "gas.fuel_gas": ("price.methane", "co2.methane", "displaced.energy"),
    "gas.biomethane": ("price.methane", "co2.methane", "displaced.energy"),
    "gas.compressed_air": ("price.compressed_air", 0.1144, "displaced.energy"),
    "material.fly_ash": ("price.fly_ash", "co2.clinker", "displaced.clinker_by_fly_ash"),
    "material.slag": ("price.slag_granulate", "co2.clinker", "displaced.clinker_by_slag"),
    "material.gypsum": ("price.gypsum", "co2.gypsum", "displaced.material"),
    "material.metal_scrap": ("price.steel_scrap", "co2.metal", "displaced.material"),
    "material.plastics": ("price.plastic_scrap", "co2.plastics", "displaced.unknown"),
    "material.paper": ("price.waste_paper", "co2.paper", "displaced.material"),
}
# What a supply of a type costs its owner today, and the CO2 of that, kg per unit.
DISPOSAL = {
    "material.fly_ash": ("disposal.landfill", "co2.landfill_inert"),
    "material.slag": ("disposal.landfill", "co2.landfill_inert"),
    "material.gypsum": ("disposal.landfill", "co2.landfill_inert"),
    "material.plastics": ("disposal.incineration", None),
    "organic.food_waste": ("disposal.digestion", None),
    "organic.sewage_sludge": ("disposal.sludge", None),
    "water.wastewater": (None, "co2.sewage"),
}
# Methane usually in a fuel gas; of a process gas nothing is usual.
USUAL_METHANE = {"gas.natural_gas": 1, "gas.biomethane": 1, "gas.biogas": 0.6, "gas.fuel_gas": None}
TREATMENT = {"water.cooling": "treatment.screening", "water.process": "treatment.filter_uv"}

# --- Place and time ------------------------------------------------------------------------------------------------------

EQUATOR_KM = 6378.137
FLATTENING = 1 / 298.257223563


def distance_km(one, other):
    """Chord d between both points of the WGS-84 ellipsoid, and d^3/(24 a^2) for the arc over it."""
    squared = FLATTENING * (2 - FLATTENING)

    def in_space(lon_lat):
        lon, lat = map(math.radians, lon_lat)
        n = EQUATOR_KM / math.sqrt(1 - squared * math.sin(lat) ** 2)
        return (n * math.cos(lat) * math.cos(lon), n * math.cos(lat) * math.sin(lon), n * (1 - squared) * math.sin(lat))

    chord = math.dist(in_space(one), in_space(other))
    return chord + chord**3 / (24 * EQUATOR_KM**2)


def geodesic_km(one, other):
    """Vincenty's inverse formula: a second opinion on the distance, good to a millimetre."""
    a, f = EQUATOR_KM, FLATTENING
    b = a * (1 - f)
    u1, u2 = (math.atan((1 - f) * math.tan(math.radians(p[1]))) for p in (one, other))
    across = math.radians(other[0] - one[0])
    lam = across
    for _ in range(100):
        sin_s = math.hypot(
            math.cos(u2) * math.sin(lam),
            math.cos(u1) * math.sin(u2) - math.sin(u1) * math.cos(u2) * math.cos(lam),
        )
        cos_s = math.sin(u1) * math.sin(u2) + math.cos(u1) * math.cos(u2) * math.cos(lam)
        s = math.atan2(sin_s, cos_s)
        sin_alpha = math.cos(u1) * math.cos(u2) * math.sin(lam) / sin_s
        cos2 = 1 - sin_alpha**2
        mid = cos_s - 2 * math.sin(u1) * math.sin(u2) / cos2 if cos2 else 0
        c = f / 16 * cos2 * (4 + f * (4 - 3 * cos2))
        lam = across + (1 - c) * f * sin_alpha * (s + c * sin_s * (mid + c * cos_s * (2 * mid**2 - 1)))
    k = cos2 * (a * a - b * b) / (b * b)
    big_a = 1 + k / 16384 * (4096 + k * (k * (320 - 175 * k) - 768))
    big_b = k / 1024 * (256 + k * (k * (74 - 47 * k) - 128))
    less = big_b * sin_s * (
        mid + big_b / 4 * (cos_s * (2 * mid**2 - 1) - big_b / 6 * mid * (4 * sin_s**2 - 3) * (4 * mid**2 - 3))
    )
    return b * big_a * (s - less)


def week_of(hours):
    """The hours of the week, Monday 0 to Sunday 167, in which a flow runs."""
    if isinstance(hours, list):
        return {index for index, mark in enumerate("".join(hours)) if mark == "1"}
    day_and_hour = [(index // 24, index % 24, index) for index in range(168)]
    runs = {
        "continuous": lambda day, hour: True,
        "weekdays_06_22": lambda day, hour: day < 5 and 6 <= hour < 22,
        "weekdays_08_17": lambda day, hour: day < 5 and 8 <= hour < 17,
        "nights_22_06": lambda day, hour: hour >= 22 or hour < 6,
        "weekend": lambda day, hour: day >= 5,
    }[hours]
    return {index for day, hour, index in day_and_hour if runs(day, hour)}


def times_of(flow):
    stated = flow.get("availability", {})
    months = stated.get("months", "1" * 12)
    return week_of(stated.get("hours", "continuous")), {month for month in range(12) if months[month] == "1"}


def hours_in(year, week, months):
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = [31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return len(week) * sum(days[month] for month in months) / 7


# --- Amounts and prices --------------------------------------------------------------------------------------------------

SPACE = {"space.warehouse"}
# kW and MWh/a; m3/h and m3/a; t/h and t/a; pcs/h and pcs/a; h/h and h/a; m2 and m2 held for a year.
RATE_UNITS = {"kW": 1, "MW": 1000, "m3/h": 1, "Nm3/h": 1, "m3/d": 1 / 24, "t/h": 1, "t/d": 1 / 24, "m2": 1}
YEARLY_UNITS = {"MWh/a": 1, "m3/a": 1, "Nm3/a": 1, "t/a": 1, "pcs/a": 1, "h/a": 1}


def is_energy(type_id):
    return type_id.split(".")[0] in ("heat", "cooling", "electricity")


def yearly_per_rate(type_id, hours):
    if is_energy(type_id):
        return hours / 1000
    return min(hours / 8760, 1) if type_id in SPACE else hours


def rate_of(flow, hours):
    amount, unit = flow["quantity"].split()[:2]
    if unit in RATE_UNITS:
        return float(amount) * RATE_UNITS[unit]
    return float(amount) * YEARLY_UNITS[unit] / yearly_per_rate(flow["type"], hours)


def euro_per_unit(price):
    """EUR per MWh, m3, t, pcs, h or m2; None where nothing is stated or its currency has no dated rate."""
    if price is None or price["currency"] not in PER_EURO:
        return None
    units = {"kWh": 1000, "kg": 1000}.get(price["per"], 1)
    return price["amount"] * units / PER_EURO[price["currency"]]


# --- Ways to carry it ----------------------------------------------------------------------------------------------------

# Nominal diameter, mm, and kg/s at 150 Pa/m.
HEAT_PIPES = [
    (25, 0.357), (40, 1.07), (50, 2.00), (65, 3.93), (80, 6.00), (100, 11.9), (125, 20.9), (150, 34.4), (200, 70.0),
    (300, 198), (400, 361),
]  # fmt: skip
SPREAD_K = {"heat.hot_water": 30, "heat.flue_gas": 30, "heat.low_grade": 10, "cooling.chilled_water": 6}
WATER_KJ = 4.19


def diameter_for(kg_per_s):
    """On straight lines between the sizes of the table, and along the last of them beyond."""
    if kg_per_s <= HEAT_PIPES[0][1]:
        return HEAT_PIPES[0][0]
    for (small, flow_small), (large, flow_large) in zip(HEAT_PIPES, HEAT_PIPES[1:]):
        if kg_per_s <= flow_large or large == HEAT_PIPES[-1][0]:
            return small + (large - small) * (kg_per_s - flow_small) / (flow_large - flow_small)


# W/mK of one pipe of a buried pair, by the sizes above.
HEAT_LOSS = [0.134, 0.165, 0.184, 0.207, 0.216, 0.225, 0.260, 0.295, 0.312, 0.347, 0.346]
# °C in the pipe to the receiver where the supply does not say.
USUAL_C = {"heat.hot_water": 90, "heat.flue_gas": 90, "heat.low_grade": 35, "cooling.chilled_water": 6}


def heat_lost_mwh(supply, pair, length_m):
    """2 U (mean of both pipes - 10 °C of the ground) per metre while both run; no pipe is hotter than 140 °C."""
    cold = supply["type"] == "cooling.chilled_water"
    stated = supply.get("quality", {}).get("temperature_c", {}).get("max" if cold else "min")
    there = min(140, stated if stated is not None else USUAL_C[supply["type"]])
    spread = SPREAD_K[supply["type"]]
    mean = there + spread / 2 if cold else there - spread / 2
    kg_per_s = pair["rate"] / (WATER_KJ * spread)
    flows = [flow for _, flow in HEAT_PIPES]
    if kg_per_s <= flows[0]:
        u = HEAT_LOSS[0]
    elif kg_per_s >= flows[-1]:
        u = HEAT_LOSS[-1] * kg_per_s / flows[-1]
    else:
        at = next(index for index, flow in enumerate(flows) if kg_per_s <= flow)
        u = HEAT_LOSS[at - 1] + (HEAT_LOSS[at] - HEAT_LOSS[at - 1]) * (kg_per_s - flows[at - 1]) / (flows[at] - flows[at - 1])
    return min(pair["yearly"], 2 * u * abs(mean - 10) * length_m * pair["hours"] / 1e6)


def heat_pipe(kw, spread_k, length_m, f):
    kg_per_s = kw / (WATER_KJ * spread_k)
    eur_per_m = f["pipe.heat_surface"] * (f["pipe.heat_base"] + f["pipe.heat_per_mm"] * diameter_for(kg_per_s))
    # There and back, 20 % for bends and fittings, water of 975 kg/m3.
    pump_w = f["pipe.friction"] * 2 * length_m * 1.2 * (kg_per_s / 975) / f["pipe.pump_efficiency"]
    return eur_per_m, pump_w / 1000


def boiling_point_c(bar):
    """Region 4 of IAPWS-IF97, equation 31."""
    n = [
        0.11670521452767e4, -0.72421316703206e6, -0.17073846940092e2, 0.12020824702470e5, -0.32325550322333e7,
        0.14915108613530e2, -0.48232657361591e4, 0.40511340542057e6, -0.23855557567849, 0.65017534844798e3,
    ]  # fmt: skip
    beta = (bar / 10) ** 0.25
    e = beta**2 + n[2] * beta + n[5]
    f = n[0] * beta**2 + n[3] * beta + n[6]
    g = n[1] * beta**2 + n[4] * beta + n[7]
    d = 2 * g / (-f - math.sqrt(f * f - 4 * e * g))
    return (n[9] + d - math.sqrt((n[9] + d) ** 2 - 4 * (n[8] + n[9] * d))) / 2 - 273.15


def bar2_lost(kg_per_s, r_specific, kelvin, viscosity, roughness, bore, length_m):
    """p1^2 - p2^2 of gas in a pipe at constant temperature, bar^2."""
    reynolds = 4 * kg_per_s / (math.pi * bore * viscosity)
    friction = 0.25 / math.log10(roughness / (3.7 * bore) + 5.74 / reynolds**0.9) ** 2
    return 16 * friction * length_m * kg_per_s**2 * r_specific * kelvin / (math.pi**2 * bore**5) / 1e10


def wide_enough(bore, inlet_bar, outlet_bar, loses):
    """The bore, or by bisection the narrowest above it, in which no more is lost than from inlet to outlet pressure."""
    allowed = inlet_bar**2 - outlet_bar**2
    if loses(bore) <= allowed:
        return bore
    narrow, wide = bore, 100 * bore
    for _ in range(200):
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if loses(middle) <= allowed else (middle, wide)
    return wide


def gate_bar(supply):
    return supply.get("quality", {}).get("pressure_bar", {}).get("min")


def steam_pipe(supply, kw, length_m, f):
    """10 bar, feed water of 105 °C, 5.15 kg/m3, 30 m/s, not below DN 25; twice the price of a pair for hot water.

    Wider where more than a tenth of a stated pressure would be lost.
    """
    t = boiling_point_c(10)
    kj_per_kg = 2455.3 + 2.7128 * t - 0.005155 * t * t - WATER_KJ * 105
    m3_per_s = kw / kj_per_kg / 5.15
    bore_mm = max(25, 1000 * math.sqrt(4 * m3_per_s / (math.pi * 30)))
    bar = gate_bar(supply)
    if bar is not None:
        hottest = max(boiling_point_c(bar), supply["quality"].get("temperature_c", {}).get("min", 0))
        bore_mm = 1000 * wide_enough(
            bore_mm / 1000,
            bar,
            0.9 * bar,
            lambda bore: bar2_lost(kw / kj_per_kg, 8314.46 / 18.015, hottest + 273.15, 1.5e-5, 0.05e-3, bore, length_m),
        )
    pair = f["pipe.heat_surface"] * (f["pipe.heat_base"] + f["pipe.heat_per_mm"] * bore_mm)
    return f["pipe.steam_factor"] * pair, 0


def water_pipe(m3_per_h, length_m, f):
    """Plastic, bore 0.818 of the outer diameter, 1 m/s, not below DA 63; friction after Swamee and Jain, 10 % for bends."""
    m3_per_s = m3_per_h / 3600
    bore = max(0.063 * 0.818, math.sqrt(4 * m3_per_s / (math.pi * 1)))
    outer_mm = bore / 0.818 * 1000
    reynolds = 998 * 1 * bore / 1e-3
    friction = 0.25 / math.log10(0.01e-3 / (3.7 * bore) + 5.74 / reynolds**0.9) ** 2
    pascal = friction / bore * 998 * 1**2 / 2 * length_m * 1.1
    eur_per_m = f["pipe.plastic_surface"] * (f["pipe.plastic_base"] + 0.75 * outer_mm + 0.0023 * outer_mm**2.0236)
    return eur_per_m, pascal * m3_per_s / f["pipe.pump_efficiency"] / 1000


# kg per kmol, kg per normal m3, Pa s; what is neither of these is about as heavy as air.
GASES = {
    "gas.co2": (44.01, 1.977, 1.47e-5), "gas.hydrogen": (2.016, 0.0899, 0.87e-5),
    "gas.natural_gas": (16.04, 0.717, 1.09e-5), "gas.biomethane": (16.04, 0.717, 1.09e-5),
}  # fmt: skip
AIR = (28.96, 1.293, 1.81e-5)


def gas_pipe(supply, m3_per_h, length_m, f):
    """DA 110 to 2,000 Nm3/h, wider with the root of the flow beyond. Plastic up to 7 bar; hydrogen, and all above, in steel.

    Wider where more than a tenth of a stated pressure would be lost. A compressor lifts what comes near atmospheric pressure
    up to four times, to 7 bar at most, hydrogen to 17; four times where no pressure is stated.
    """
    type_id = supply["type"]
    hydrogen = type_id == "gas.hydrogen"
    bar = gate_bar(supply)
    steel = hydrogen or (bar is not None and bar > 7)
    most = 1 if type_id in ("gas.natural_gas", "gas.biomethane", "gas.compressed_air") else 4
    ratio = most
    widening = max(1, math.sqrt(m3_per_h / 2000))
    if bar is not None:
        usual = 0.110 * widening * (107.1 / 114.3 if steel else 0.818)
        inlet = max(bar, min(17 if hydrogen else 7, bar * most))
        ratio = inlet / bar
        kmol, density, viscosity = GASES.get(type_id, AIR)
        kg_per_s, rough = m3_per_h * density / 3600, 0.05e-3 if steel else 0.01e-3
        bore = wide_enough(
            usual,
            inlet,
            0.9 * bar,
            lambda bore: bar2_lost(kg_per_s, 8314.46 / kmol, 288.15, viscosity, rough, bore, length_m),
        )
        widening *= bore / usual
    per_metre = f["pipe.gas_steel"] if steel else f["pipe.plastic_surface"] * f["pipe.gas"]
    return per_metre * widening, m3_per_h * compression_kwh(type_id, ratio, 1)


# Two atoms as in air; raw biogas is methane (1.31) thinned with CO2 (1.29).
EXPONENT = {
    "gas.hydrogen": 1.41, "gas.co2": 1.29, "gas.compressed_air": 1.40, "gas.nitrogen": 1.40, "gas.oxygen": 1.40,
    "gas.natural_gas": 1.31, "gas.biomethane": 1.31, "gas.biogas": 1.30, "gas.fuel_gas": 1.30,
}  # fmt: skip


def compression_kwh(type_id, ratio, stages):
    """kWh at the meter per normal m3, from 20 °C, cooled back between stages, 75 % of it work."""
    k = EXPONENT[type_id]
    per_stage = k / (k - 1) * 101.325 * (293.15 / 273.15) * (ratio ** ((k - 1) / (k * stages)) - 1)
    return stages * per_stage / 3600 / 0.75


def by_pipe(supply, pair, f):
    type_id = supply["type"]
    route_km = pair["distance"] * f["pipe.detour"]
    length_m = route_km * 1000
    family = "steam" if type_id == "heat.steam" else type_id.split(".")[0]
    if family in ("heat", "cooling"):
        eur_per_m, kw = heat_pipe(pair["rate"], SPREAD_K[type_id], length_m, f)
    elif family == "steam":
        eur_per_m, kw = steam_pipe(supply, pair["rate"], length_m, f)
    elif family == "water":
        eur_per_m, kw = water_pipe(pair["rate"], length_m, f)
    else:
        eur_per_m, kw = gas_pipe(supply, pair["rate"], length_m, f)
    pipe = length_m * eur_per_m
    return {
        "route": route_km,
        "at_source": f["heat.extraction"] * pair["rate"] if family == "heat" else 0,
        "beyond": pipe + (f["heat.integration"] if family in ("heat", "steam", "cooling") else 0),
        "lost": heat_lost_mwh(supply, pair, length_m) if family in ("heat", "cooling") else 0,
        "yearly": pipe * f["pipe.upkeep"],
        "mwh": kw * pair["hours"] / 1000,
        "kg": 0,
    }


# --- Converters, which stand at the supplier's ---------------------------------------------------------------------------


def converted(case, rate_in, demand_rate, distance, f):
    """What comes out of one unit of input, what the machine costs for a rate, and what it takes. None without a converter."""
    if "converter" not in case:
        return None
    supply, demand = case["supply"], case["demand"]
    if case["converter"] == "heat_pump_90":
        return heat_pump(supply, demand, rate_in, demand_rate, distance, f)
    if case["converter"] == "gas_compressor":
        return compressor(supply, demand, f)
    return upgrading(supply, f)


def mean_kelvin(hot, cold):
    return (hot - cold) / math.log((hot + 273.15) / (cold + 273.15))


def heat_pump(supply, demand, rate_in, demand_rate, distance, f):
    """Set, in tenths of a degree, so that 5 K more than the demand asks for arrive; Lorenz, 10 K at the source, 20 K at the sink."""
    source = supply["quality"]["temperature_c"]["min"]
    wanted = demand["quality"]["temperature_c"]["min"] + 5
    setting = wanted
    while True:
        sink = mean_kelvin(setting, setting - 20)
        cop = min(8, f["heat_pump.quality_grade"] * sink / (sink - mean_kelvin(source, source - 10)))
        output = cop / (cop - 1)
        kg_per_s = min(rate_in * output, demand_rate) / (WATER_KJ * SPREAD_K["heat.hot_water"])
        u = next(loss for (_, flow), loss in zip(HEAT_PIPES, HEAT_LOSS) if kg_per_s <= flow)
        cooling = math.exp(u * distance * f["pipe.detour"] * 1000 / (kg_per_s * WATER_KJ * 1000))
        needed = math.ceil((10 + (wanted - 10) * cooling) * 10) / 10
        if needed <= setting:
            break
        setting = needed
    return {
        "type": "heat.hot_water",
        "quality": {"temperature_c": {"min": setting, "max": setting}},
        "output": output,
        "machine": lambda rate_in, rate_out: f["heat_pump.to_90"] * rate_out,
        "upkeep": f["converter.heat_pump_90.opex"],
        "taken_out": f["heat.extraction"],
        "kwh": 1000 / (cop - 1),
        "kg": 0,
    }


def compressor(supply, demand, f):
    """To what is asked for and a tenth on the way, in the stages that keep each at 1:4; sized by its power."""
    start = supply["quality"]["pressure_bar"]["min"]
    end = demand["quality"]["pressure_bar"]["min"] / 0.9 * (1 + 1e-6)
    stages = math.ceil(math.log(end / start, 4))
    kwh = compression_kwh(supply["type"], end / start, stages)
    return {
        "type": supply["type"],
        "quality": dict(supply["quality"], pressure_bar={"min": end, "max": end}),
        "output": 1,
        "machine": lambda rate_in, rate_out: f["converter.gas_compressor.capex"] * rate_in * kwh,
        "upkeep": f["converter.gas_compressor.opex"],
        "taken_out": 0,
        "kwh": kwh,
        "kg": 0,
    }


def upgrading(supply, f):
    """Methane less what slips away (0.717 kg/m3, 27 kg CO2e per kg of it), at 97 % and 5 bar; sized by the raw gas."""
    methane = supply["quality"]["methane_percent"]["min"] / 100
    slip = f["converter.biogas_upgrading.slip"]
    return {
        "type": "gas.biomethane",
        "quality": {"methane_percent": {"min": 97, "max": 97}, "pressure_bar": {"min": 5, "max": 8}},
        "output": methane * (1 - slip) / 0.97,
        "machine": lambda rate_in, rate_out: f["converter.biogas_upgrading.capex"] * rate_in,
        "upkeep": f["converter.biogas_upgrading.opex"],
        "taken_out": 0,
        "kwh": f["converter.biogas_upgrading.electricity"],
        "kg": methane * slip * 0.717 * 27,
    }


def road_km(distance, f):
    near = f["road.detour_near"]
    return distance * near if distance <= 20 else max(20 * near, distance * f["road.detour_far"])


def by_truck(type_id, pair, f):
    km = road_km(pair["distance"], f)
    load = f["truck.load_pallets"] if type_id == "logistics.storage_pallets" else f["truck.load"]
    trips = pair["yearly"] / load
    driven = f["truck.per_km"] * km * (1 + f["truck.empty_return"]) + f["truck.per_hour"] * f["truck.stop_hours"]
    kg = km * (f["co2.truck_full"] + f["truck.empty_return"] * f["co2.truck_empty"])
    yearly = trips * max(f["truck.minimum"], driven)
    return {"route": km, "at_source": 0, "beyond": 0, "yearly": yearly, "mwh": 0, "kg": trips * kg}


def by_wire(pair, f):
    """20 kV, cos phi 0.95; beyond one circuit as much cable as it takes."""
    km = pair["distance"] * f["wire.detour"]
    circuits = max(1, pair["rate"] / f["wire.circuit"])
    ampere = pair["rate"] / circuits / (math.sqrt(3) * 20 * 0.95)
    loss = 3 * ampere**2 * f["wire.resistance"] * km / (pair["rate"] / circuits * 1000)
    built = circuits * (f["wire.cable"] * km * 1000 + 2 * f["wire.end"])
    return {"route": km, "at_source": 0, "beyond": built, "yearly": 0, "mwh": pair["yearly"] * loss, "kg": 0}


def by_visit(type_id, pair, f):
    km = road_km(pair["distance"], f)
    served = {"service": f["visit.hours"], "space": f["visit.area"], "logistics": f["truck.load"]}
    driven = pair["yearly"] / served[type_id.split(".")[0]] * 2 * km
    return {
        "route": km,
        "at_source": 0,
        "beyond": 0,
        "yearly": driven * f["visit.per_km"],
        "mwh": 0,
        "kg": driven * f["co2.van"],
    }


def carried(supply, pair, f):
    type_id = supply["type"]
    family = type_id.split(".")[0]
    if family == "electricity":
        return by_wire(pair, f)
    if family in ("material", "organic") or type_id == "logistics.storage_pallets":
        return by_truck(type_id, pair, f)
    if family in ("service", "logistics", "space"):
        return by_visit(type_id, pair, f)
    return by_pipe(supply, pair, f)


# --- Money and CO2 -------------------------------------------------------------------------------------------------------


def annuity(f):
    r, n = f["finance.discount_rate"], f["finance.years"]
    return r / (1 - (1 + r) ** -n)


def party(investment, benefit, f):
    r, n = f["finance.discount_rate"], int(f["finance.years"])
    npv = -investment + sum(benefit / (1 + r) ** t for t in range(1, n + 1))
    return {
        "investment_eur": investment,
        "benefit_eur_per_year": benefit,
        "margin_eur_per_year": benefit - annuity(f) * investment,
        "npv_eur": npv,
        "payback_years": payback(investment, benefit, 0, n),
        "discounted_payback_years": payback(investment, benefit, r, n),
        "irr": internal_rate(investment, benefit, n),
    }


def payback(investment, benefit, r, n):
    """First moment from which on the running sum is 0 or more, straight inside the year; None when not within n years."""
    if benefit <= 0:
        return None
    if investment <= 0:
        return 0
    left = investment
    for year in range(1, n + 1):
        value = benefit / (1 + r) ** year
        if value >= left:
            return year - 1 + left / value
        left -= value
    return None


def internal_rate(investment, benefit, n):
    """The one rate at which n equal benefits repay an investment; None without a change of sign."""
    if investment <= 0 or benefit <= 0:
        return None

    def npv(r):
        return -investment + sum(benefit / (1 + r) ** t for t in range(1, n + 1))

    low, high = -0.99, 10.0
    if npv(high) > 0 or npv(low) < 0:
        return None
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if npv(middle) > 0 else (low, middle)
    return (low + high) / 2


def grid_of(country):
    if country in GRID:
        return GRID[country]
    return UNION_MEAN if country in UNION_WITHOUT_FIGURE else None


def by_energy(sent, demand):
    """m3 of the gas that is bought today that one m3 of the other replaces: lower heating values, kWh per m3, divided."""
    if sent["type"] not in USUAL_METHANE or demand["type"] not in USUAL_METHANE:
        return 1
    bought = METHANE_KWH_PER_M3 * (USUAL_METHANE[demand["type"]] or 1)
    for name, kwh in (("heating_value_mj_m3", 1 / 3.6), ("methane_percent", METHANE_KWH_PER_M3 / 100)):
        ends = [end for end in sent.get("quality", {}).get(name, {}).values() if end is not None]
        if ends:
            return sum(ends) / len(ends) * kwh / bought
    usual = USUAL_METHANE[sent["type"]]
    return 1 if usual is None else METHANE_KWH_PER_M3 * usual / bought


def worked_out(case):
    f = dict(FIGURES, **{own["id"]: own["mid"] for own in case.get("factors", [])})
    supply, demand = case["supply"], case["demand"]
    supply_week, supply_months = times_of(supply)
    demand_week, demand_months = times_of(demand)
    hours = hours_in(case["year"], supply_week & demand_week, supply_months & demand_months)
    distance = distance_km(supply["at"], demand["at"])
    rate_in = rate_of(supply, hours_in(case["year"], supply_week, supply_months))
    demand_rate = rate_of(demand, hours_in(case["year"], demand_week, demand_months))
    machine = converted(case, rate_in, demand_rate, distance, f)
    rate = min(rate_in * (machine["output"] if machine else 1), demand_rate)
    if abs(distance - geodesic_km(supply["at"], demand["at"])) > 0.05e-3:
        sys.exit(f"{case['id']}: the distance is off the geodesic by more than 5 cm")
    yearly = rate * yearly_per_rate(demand["type"], hours)
    sent = dict(supply, type=machine["type"], quality=machine["quality"]) if machine else supply
    way = carried(sent, {"distance": distance, "rate": rate, "yearly": yearly, "hours": hours}, f)

    # What the machine takes; heat is taken out of its source for it, not for the pipe behind it.
    input_yearly, converting, converter_mwh, escaped_kg = yearly, 0, 0, 0
    if machine:
        input_yearly = yearly / machine["output"]
        bought = machine["machine"](rate / machine["output"], rate)
        way["at_source"] = bought + machine["taken_out"] * rate / machine["output"]
        converter_mwh = input_yearly * machine["kwh"] / 1000
        converting = bought * machine["upkeep"] + converter_mwh * f["price.electricity"]
        escaped_kg = input_yearly * machine["kg"]

    def unit_worth(stated, default):
        return stated if stated is not None else f[default] if default else 0

    price_name, co2_name, displaced_name = REPLACED.get(demand["type"], (None, None, None))
    disposal_name, disposal_co2 = DISPOSAL.get(supply["type"], (None, None))
    # What the pipe loses replaces nothing.
    delivered = yearly - way.get("lost", 0)
    replaced = delivered * by_energy(sent, demand)
    avoided_purchase = replaced * unit_worth(euro_per_unit(demand.get("price")), price_name)
    avoided_disposal = input_yearly * unit_worth(euro_per_unit(supply.get("disposal_cost")), disposal_name)
    treatment = 0
    if demand["type"] in TREATMENT and not machine:
        # Prices are those of 1,000 m3 a day; at 100 a m3 costs twice as much, at 10 four times.
        small = 2 ** (3 - math.log10(24 * rate)) if 1 < 24 * rate < 1000 else 1
        treatment = yearly * f[TREATMENT[demand["type"]]] * small
    carrying = way["yearly"] + way["mwh"] * f["price.electricity"]

    # Both reservation prices, EUR per unit at the supplier's gate: the price at which a party's NPV is 0.
    a = annuity(f)
    lowest = (a * way["at_source"] + converting - avoided_disposal) / yearly
    highest = (avoided_purchase - treatment - carrying - a * way["beyond"]) / yearly
    nash = (lowest + highest) / 2 if highest >= lowest else None
    stated = euro_per_unit(supply.get("price"))
    if stated is not None:
        price, basis = stated, "stated"
    else:
        price, basis = (lowest + highest) / 2, "nash" if nash is not None else "middle_of_gap"

    supplier = party(way["at_source"], price * yearly + avoided_disposal - converting, f)
    receiver = party(way["beyond"], avoided_purchase - price * yearly - treatment - carrying, f)
    together = avoided_purchase + avoided_disposal - treatment - carrying - converting
    pair = party(way["at_source"] + way["beyond"], together, f)
    # A private wire saves its user tariffs and taxes that the public then lacks: a transfer, no gain of society.
    tariffs = avoided_purchase * f["electricity.tariff_share"] if demand["type"] == "electricity.power" else 0
    society = party(way["at_source"] + way["beyond"], together - tariffs, f)

    grid = grid_of(demand["country"])
    per_unit = 0
    if co2_name is not None:
        per_unit = f[displaced_name] * (f[co2_name] if isinstance(co2_name, str) else co2_name * (grid or 0))
    disposal_kg = input_yearly * (f[disposal_co2] if disposal_co2 else 0)
    avoided_kg = replaced * per_unit + disposal_kg
    # A converter runs on the electricity of the supplier's country.
    converter_kg = converter_mwh * 1000 * (grid_of(supply["country"]) or 0) + escaped_kg
    caused_kg = way["kg"] + way["mwh"] * 1000 * (grid or 0)

    # Each party's own inventory, average factors: no displacement of markets, only what a recipe replaces.
    own_per_unit = 0
    if co2_name is not None:
        recipe = f[displaced_name] if displaced_name.startswith("displaced.clinker") else 1
        own_per_unit = recipe * (f[co2_name] if isinstance(co2_name, str) else co2_name * (grid or 0))
    inventories = {
        "supplier_t_per_year": (converter_kg - disposal_kg) / 1000,
        "receiver_t_per_year": (caused_kg - replaced * own_per_unit) / 1000,
    }

    without_rate = [
        side
        for side, stated in (("demand", demand.get("price")), ("supply", supply.get("disposal_cost")))
        if stated is not None and stated["currency"] not in PER_EURO
    ]

    return {
        "prices_without_a_rate": " ".join(without_rate),
        "distance_km": distance,
        "route_km": way["route"],
        "common_hours": hours,
        "common_quantity": yearly,
        "grid_known": grid is not None,
        "co2_t_per_year": (avoided_kg - caused_kg - converter_kg) / 1000,
        "corridor": {"lowest": lowest, "highest": highest, "nash": nash, "price": price, "basis": basis},
        "inventories": inventories,
        "pair": pair,
        "supplier": supplier,
        "receiver": receiver,
        "society": society,
    }


def main():
    cases = json.loads((HERE / "cases.json").read_text(encoding="utf8"))
    expected = {case["id"]: rounded(worked_out(case)) for case in cases}
    text = json.dumps(expected, indent=2) + "\n"
    if "--print" in sys.argv:
        sys.stdout.write(text)
    else:
        (HERE / "expected.json").write_text(text, encoding="utf8")


def rounded(value):
    """Fourteen significant digits: the last bits of a power may differ from one mathematics library to the next."""
    if isinstance(value, dict):
        return {key: rounded(each) for key, each in value.items()}
    return float(f"{value:.14g}") if isinstance(value, float) else value


if __name__ == "__main__":
    main()
