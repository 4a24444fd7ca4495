/** The columns of a roster, and how people head them. The first name of each is the one in the template. */
export const ROSTER_COLUMNS = {
  name: ["Nama lengkap", "nama", "nama kader", "nama lengkap kader", "name", "full name"],
  phone: ["Nomor HP", "no hp", "nomor hp", "hp", "no telp", "no telepon", "nomor telepon", "telepon", "telp", "wa", "no wa", "nomor wa", "whatsapp", "no whatsapp", "nomor whatsapp", "no hp wa", "handphone", "no handphone", "phone", "phone number", "mobile"],
  born: ["Tahun lahir", "tanggal lahir", "tgl lahir", "tempat tanggal lahir", "ttl", "lahir", "thn lahir", "year of birth", "birth year", "date of birth", "birth date", "born"],
  age: ["Umur", "usia", "umur tahun", "usia tahun", "umur th", "usia th", "age"],
  posyandu: ["Posyandu", "nama posyandu", "asal posyandu"],
  area: ["Wilayah", "rt rw", "rt/rw", "rw", "rt", "alamat", "dusun", "kelurahan", "desa", "area", "address"],
  site: ["Tempat", "lokasi", "site", "puskesmas", "klinik", "tempat tugas"],
  hasPhone: ["Punya HP", "punya hp android", "ada hp", "has phone", "smartphone", "punya smartphone"],
} as const;
export type RosterColumn = keyof typeof ROSTER_COLUMNS;

const plain = (header: string): string => header.toLowerCase().replaceAll(/\(.*?\)/g, " ").replaceAll(/[^a-z0-9]+/g, " ").trim();

const BY_HEADER = new Map(Object.entries(ROSTER_COLUMNS).flatMap(([column, names]) => names.map((name) => [plain(name), column as RosterColumn] as const)));

/** The column that a header names, or null: such a column is left alone and said to the reader. */
export const columnOf = (header: string): RosterColumn | null => BY_HEADER.get(plain(header)) ?? null;
