// Where a match, a chain or a near miss once stood, or never did.
import Link from 'next/link';

export function NoSuchPair() {
  return (
    <main className="message">
      <h1>No such pair</h1>
      <p>A match disappears when one of its flows is removed or no longer fits. The city shows what fits now.</p>
      <Link className="btn p" href="/">
        Open the city
      </Link>
    </main>
  );
}
