export const other = (date: Date) => date.toISOString();
