// A place as one line of text: `55.6812, 11.0934`, the way maps copy it.

export type PlaceReading =
  | { readonly kind: 'place'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'wrong'; readonly expected: string; readonly got: string; readonly instead: string | null };

export function readPlace(text: string): PlaceReading {
  const line = text.trim();
  if (line === '') return { kind: 'empty' };
  // With a semicolon between them, the commas are decimal: 55,67; 11,09.
  const parts = line.includes(';')
    ? line.split(';').map((part) => part.trim().replace(',', '.'))
    : line.split(/[,\s]+/).filter(Boolean);
  const [latitude = Number.NaN, longitude = Number.NaN] = parts.map(Number);
  if (parts.length !== 2 || !Number.isFinite(latitude) || !Number.isFinite(longitude)) {
    return {
      kind: 'wrong',
      expected: 'latitude and longitude in degrees, such as 55.68, 11.09',
      got: line,
      instead: null,
    };
  }
  if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90) {
    const instead = `${longitude}, ${latitude}`;
    return { kind: 'wrong', expected: 'a latitude from -90 to 90 first', got: String(latitude), instead };
  }
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
    return {
      kind: 'wrong',
      expected: 'a latitude from -90 to 90 and a longitude from -180 to 180',
      got: line,
      instead: null,
    };
  }
  return { kind: 'place', latitude, longitude };
}

export function placeText(latitude: number | null | undefined, longitude: number | null | undefined): string {
  return latitude == null || longitude == null ? '' : `${latitude}, ${longitude}`;
}
