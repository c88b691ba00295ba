// The frame of the pages around one form: where it stands and what it is called.
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { BrandBar } from '../../ui/brand-bar.tsx';
import css from './entry-form.module.css';
import type { Kind } from './record-requests.ts';

interface Props {
  readonly city: { readonly name: string; readonly year: number };
  readonly kind: Kind;
  /** The last part of the way here. */
  readonly at: string;
  readonly title: string;
  readonly children: ReactNode;
}

export function EditPage({ city, kind, at, title, children }: Props) {
  return (
    <>
      <BrandBar city={city.name} year={city.year} />
      <main className={css.page}>
        <header className={css.head}>
          <div>
            <nav className={css.crumb} aria-label="Breadcrumb">
              <Link href={`/data?kind=${kind}`} prefetch={false}>
                Data, {kind}
              </Link>
              <ChevronRight size={12} aria-hidden />
              {at}
            </nav>
            <h1>{title}</h1>
          </div>
        </header>
        {children}
      </main>
    </>
  );
}
