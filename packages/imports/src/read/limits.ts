// How much of a file a reader takes in before it refuses: bounds against hostile files, far above honest ones.

export interface ReadLimits {
  /** Bytes of the file as it was uploaded. */
  readonly textBytes: number;
  readonly geojsonBytes: number;
  readonly xlsxBytes: number;
  /** Bytes of one CSV record or one GeoJSON feature. */
  readonly recordBytes: number;
  /** Columns with a name or a value. A sheet has room for 16,384. */
  readonly columns: number;
  /** Characters. A spreadsheet itself allows 32,767. */
  readonly cellCharacters: number;
  readonly rows: number;
  /** Files inside a spreadsheet. */
  readonly zipEntries: number;
  /** Bytes of an inflated sheet; of the inflated shared strings; of each of the small parts beside them. */
  readonly sheetBytes: number;
  readonly sharedBytes: number;
  readonly smallPartBytes: number;
  /** Bytes of all sheets together that are looked at to find the table. */
  readonly sampleBytes: number;
  /** Inflated by packed bytes, looked at once a part has inflated to `ratioFreeBytes`. */
  readonly inflationRatio: number;
  readonly ratioFreeBytes: number;
  readonly sharedStrings: number;
  /** Characters of all shared strings together: they are held in memory. */
  readonly sharedCharacters: number;
  readonly sheets: number;
  readonly xmlDepth: number;
  /** Characters of XML without a single tag closed. */
  readonly xmlPieceCharacters: number;
  readonly mergedCells: number;
}

const mebibyte = 1024 * 1024;

export const readLimits: ReadLimits = {
  textBytes: 2048 * mebibyte,
  geojsonBytes: 1024 * mebibyte,
  xlsxBytes: 256 * mebibyte,
  recordBytes: 4 * mebibyte,
  columns: 2000,
  cellCharacters: 100_000,
  rows: 10_000_000,
  zipEntries: 5000,
  sheetBytes: 1024 * mebibyte,
  sharedBytes: 256 * mebibyte,
  smallPartBytes: 32 * mebibyte,
  sampleBytes: 64 * mebibyte,
  inflationRatio: 250,
  ratioFreeBytes: 16 * mebibyte,
  sharedStrings: 2_000_000,
  sharedCharacters: 40_000_000,
  sheets: 500,
  xmlDepth: 100,
  xmlPieceCharacters: 2_000_000,
  mergedCells: 100_000,
};
