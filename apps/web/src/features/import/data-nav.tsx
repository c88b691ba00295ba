// The parts of the data pages: files on one side, records by hand on the other.
import Link from 'next/link';

const parts = [
  { at: 'import', href: '/import', label: 'Import' },
  { at: 'records', href: '/data', label: 'By hand' },
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
