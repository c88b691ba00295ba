// The parts of the data pages: files, records by hand, and the numbers from outside.
import Link from 'next/link';

const parts = [
  { at: 'import', href: '/import', label: 'Import' },
  { at: 'records', href: '/data', label: 'By hand' },
  { at: 'factors', href: '/data/factors', label: 'Factors' },
] as const;

export function DataNav({ at }: { at: (typeof parts)[number]['at'] }) {
  return (
    <nav className="seg" aria-label="Data">
      {parts.map((part) => (
        <Link key={part.at} href={part.href} prefetch={false} {...(part.at === at ? { 'aria-current': 'page' } : {})}>
          {part.label}
        </Link>
      ))}
    </nav>
  );
}
