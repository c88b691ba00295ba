'use client';
// The page could not be made: what is safe, and the next step.
import { Button } from 'react-aria-components/Button';

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <main className="message" role="alert">
      <h1>The city could not be read</h1>
      <p>The server did not answer as expected. Nothing was changed; the data is where it was.</p>
      <Button className="btn p" onPress={reset}>
        Try again
      </Button>
      {error.digest ? <p className="note">Reference {error.digest}, also in the server's log</p> : null}
    </main>
  );
}
