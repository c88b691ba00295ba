// The frame of the pages that say what everything is worked out with; made from the API, so that they cannot be out of date.
import Link from 'next/link';
import type { ReactNode } from 'react';
import { BrandBar } from '../../ui/brand-bar.tsx';
import css from './reference.module.css';

const parts = [
  { at: 'factors', href: '/data/factors', label: 'Factors' },
  { at: 'converters', href: '/reference/converters', label: 'Converters' },
  { at: 'rules', href: '/reference/permit-rules', label: 'Permit rules' },
] as const;

interface Props {
  readonly city: { readonly name: string; readonly year: number };
  readonly at: 'converters' | 'rules';
  readonly title: string;
  readonly says: string;
  readonly children: ReactNode;
}

export function ReferencePage({ city, at, title, says, children }: Props) {
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main className={css.page}>
        <header className={css.head}>
          <div>
            <h1>{title}</h1>
            <p className="mut">{says}</p>
          </div>
          <nav className="seg" aria-label="Reference">
            {parts.map((part) => (
              <Link
                key={part.at}
                href={part.href}
                prefetch={false}
                {...(part.at === at ? { 'aria-current': 'page' as const } : {})}
              >
                {part.label}
              </Link>
            ))}
          </nav>
        </header>
        {children}
      </main>
    </>
  );
}
