export { Table } from "../console/parts/table.ts";
