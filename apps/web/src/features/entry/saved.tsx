'use client';
// What was saved, and where to go from here.
import type { Registration } from '@crg/api-contract/registration';
import { CircleCheck, MapPin } from 'lucide-react';
import Link from 'next/link';
import { Button } from 'react-aria-components/Button';
import css from './entry-form.module.css';

interface Props {
  readonly registration: Registration;
  another(): void;
  fresh(): void;
}

export function Saved({ registration: { organization, site, flow }, another, fresh }: Props) {
  const siteId = site?.id ?? flow?.site_id;
  return (
    <section className={`card ${css.saved}`} aria-label="Saved">
      <h2 aria-live="polite">
        <CircleCheck size={16} className={css.good} aria-hidden /> Saved
      </h2>
      <p>
        {[
          organization && `organization ${organization.name}`,
          site && `site ${site.name}`,
          flow && `flow ${flow.name ?? flow.type}`,
        ]
          .filter(Boolean)
          .join(', ')}
        . It is being matched with the whole city now.
      </p>
      <p className={css.ways}>
        {siteId ? (
          <Link className="btn p" href={`/?site=${encodeURIComponent(siteId)}`} prefetch={false}>
            <MapPin size={15} strokeWidth={1.75} aria-hidden /> See it in the city
          </Link>
        ) : null}
        <Button className="btn" onPress={another}>
          Another flow at this site
        </Button>
        <Button className="btn" onPress={fresh}>
          Another organization
        </Button>
        {flow ? (
          <Link className="btn" href={`/data/flows/${encodeURIComponent(flow.id)}`} prefetch={false}>
            Edit it
          </Link>
        ) : null}
      </p>
    </section>
  );
}
