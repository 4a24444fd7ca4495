// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import "./shared/look.css";
// oxlint-disable-next-line import/no-unassigned-import -- a style sheet
import "./shared/console.css";
import { render, type JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { ConsolePage, PaperPage } from "./gallery/console.tsx";
import { FieldsScreen, ListScreen, NowScreen, PickScreen, SessionScreen, YellowScreen } from "./gallery/phone.tsx";
import { PicturesPage } from "./gallery/pictures.tsx";
import { StatesScreen } from "./gallery/states.tsx";

/** Every part and every picture, each on a page of its own behind a hash. People and figures in it are invented. */
const PAGES: Record<string, () => JSX.Element> = {
  list: ListScreen,
  pick: PickScreen,
  now: NowScreen,
  yellow: YellowScreen,
  fields: FieldsScreen,
  session: SessionScreen,
  states: StatesScreen,
  console: ConsolePage,
  paper: PaperPage,
  pictures: PicturesPage,
};

const Gallery = (): JSX.Element => {
  const [page, setPage] = useState(location.hash.slice(1));
  useEffect(() => {
    const changed = () => setPage(location.hash.slice(1));
    addEventListener("hashchange", changed);
    return () => removeEventListener("hashchange", changed);
  }, []);
  const Page = PAGES[page];
  if (Page) return <Page />;
  return <main class="body"><h1>Bagian dan gambar</h1><ul>{Object.keys(PAGES).map((one) => <li key={one}><a href={`#${one}`}>{one}</a></li>)}</ul></main>;
};

const root = document.getElementById("gallery");
if (root) render(<Gallery />, root);
