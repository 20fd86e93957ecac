/** Offerings by place of the map, each once at a place; how many are at any, and how many there are. */
export type Mapped = { counts: Map<number, number>; mapped: number; total: number };
