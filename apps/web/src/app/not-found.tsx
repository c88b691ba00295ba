import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="message">
      <h1>Nothing here</h1>
      <Link className="btn p" href="/">
        Open the city
      </Link>
    </main>
  );
}
