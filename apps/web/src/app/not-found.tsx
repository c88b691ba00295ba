import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="message">
      <h1>Nothing stands at this address</h1>
      <p>A match disappears when one of its flows is removed or no longer fits. The city shows what fits now.</p>
      <Link className="btn p" href="/">
        Open the city
      </Link>
    </main>
  );
}
