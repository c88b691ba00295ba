/** How far a check is. */
export interface CheckProgress {
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number;
  /** Since it began. */
  readonly milliseconds: number;
}

/** `12,000 rows, 3,400 rows/s` */
export function progressText({ rows, milliseconds }: CheckProgress): string {
  const perSecond = milliseconds === 0 ? 0 : Math.round((rows / milliseconds) * 1000);
  return `${rows.toLocaleString('en-GB')} rows, ${perSecond.toLocaleString('en-GB')} rows/s`;
}

export function percentRead({ bytes, totalBytes }: CheckProgress): number {
  return totalBytes === 0 ? 100 : Math.floor((bytes / totalBytes) * 100);
}
