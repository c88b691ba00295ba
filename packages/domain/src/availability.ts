// When a flow runs: hours of the week, months of the year, and the dates between which it exists.

/** 168 hours, Monday 00:00 local first; 12 months, January first; ISO dates, both ends inclusive, null is open. */
export interface Availability {
  readonly hours: readonly boolean[];
  readonly months: readonly boolean[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}
