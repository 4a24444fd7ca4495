import type { Book } from "../content/rules/book.ts";

export type Planted = Book;
