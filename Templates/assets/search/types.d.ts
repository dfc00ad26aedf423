// Types that the search modules share. For the type checker only; a browser never loads this file.

/** Where shards are: the first key of each (absent when a division finds the shard) and their names, ten letters each. */
export interface Directory { keys?: string[]; names: string }
export interface Card {
  url: string; title: string; number?: string; index?: string; issuer?: string; kind?: string; date?: string; state?: string;
  keywords?: string; summary?: string; length: number;
  /** The upcoming states: first day and code, soonest first. */
  changes?: [day: string, state: string][];
}
/** `entry.json`, see Sources/Search/FORMAT.md. */
export interface Entry {
  version: number; asOf: string; count: number; weights: number[]; grams: Directory; numbers: Directory;
  cards: { per: number; tree: Directory }; long: { list: string; thousands: number[] }; facets: string;
  states: [code: string, label: string, ended: number][]; synonyms: string[][];
}
export interface FacetFile {
  version: number; ended: string; facets: { id: string; label: string; values: [id: string, label: string, list: string][] }[];
}

export interface NumberQuery { key: string; agency: string }
export interface Query { phrases: string[]; strict: boolean; asks: boolean; number: NumberQuery | null; text: string; synonyms?: string[] }
/** The state of the page, as its address gives it. */
export interface Request { q: string; filters: Map<string, string[]>; sort: string; page: number }

/** What the grams say about a document: `lowest`, their lowest level; `isProved`, whether its text was read. */
export interface Match { score: number; lowest: number; isProved?: boolean }
export type Matches = Map<number, Match>;
export type Admits = (document: number) => boolean;
export interface Filter { admits: Admits; chosen: Map<string, Set<number>> }
/** `pool`: the matches before facets are applied. */
export interface Found { matches: Matches; pool: Matches; approximate: boolean }
export type ReadText = (card: Card) => Promise<{ folded: string; isWhole: boolean }>;

export interface Hit { document: number; card: Card; tier: number; score: number }
export interface Facet { id: string; label: string; values: { id: string; label: string; count: number; chosen: boolean }[] }
export interface Result {
  kind: "idle" | "exact" | "related" | "none"; total: number; approximate: boolean; hits: Hit[]; words: string[];
  facets: Facet[]; page: number; pages: number;
  /** Loads related documents, when few documents contain the phrase. */
  near: (() => Promise<Hit[]>) | null;
  /** The query in simplified characters, when only that found something. */
  plain?: string;
  /** All matches, best first, before titles are compared. */
  documents: number[];
}

export interface Folded { folded: string; places: Uint32Array }
/** `isWhole`: whether it is all that the index has of the page. */
export interface PageText extends Folded { raw: string; anchors: { place: number; id: string }[]; isWhole: boolean }
export interface Piece { text: string; mark: boolean }
/** The position of a word in folded text. */
export interface Spot { start: number; end: number; word: number }
