// The state of a match as a ring that fills; today there are suggestions and near misses only.
export function StateRing({ kind }: { kind: 'match' | 'chain' | 'near_miss' }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden className="i">
      {kind !== 'near_miss' ? (
        <circle cx="7" cy="7" r="5.2" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 1.7" />
      ) : (
        <>
          <circle
            cx="7"
            cy="7"
            r="5.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeDasharray="0.2 2.3"
            strokeLinecap="round"
          />
          <path
            d="M4.4 6.2c1-1 1.7-.7 2.6-.2s1.6.8 2.6-.2M4.4 8.7c1-1 1.7-.7 2.6-.2s1.6.8 2.6-.2"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.1"
            strokeLinecap="round"
          />
        </>
      )}
    </svg>
  );
}
