import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Banner } from "#web/shared/controls/Banner.tsx";
import { Button } from "#web/shared/controls/Button.tsx";
import { AppBar, Screen } from "#web/shared/controls/Screen.tsx";
import { t as shell } from "#web/kader/shell/texts.ts";
import { readCodes, scannedToken } from "./scan-code.ts";
import { t } from "./texts.ts";

/** The camera looks for an invitation; nothing of the picture is kept. */
export const Scan = (props: { onToken: (token: string) => void; onBack: () => void }): JSX.Element => {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<"scanNoCamera" | "scanOther" | null>(null);
  useEffect(() => {
    let stop = () => undefined as void;
    let stream: MediaStream | undefined;
    let gone = false;
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const screen = video.current;
      if (gone || screen === null) return stream.getTracks().forEach((track) => track.stop());
      screen.srcObject = stream;
      await screen.play();
      stop = readCodes(screen, (text) => {
        const token = scannedToken(text);
        if (token === null) return setProblem("scanOther");
        stop();
        props.onToken(token);
      });
    };
    start().catch(() => setProblem("scanNoCamera"));
    return () => {
      gone = true;
      stop();
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);
  return (
    <Screen bar={<AppBar title="" back={{ label: shell("back"), onBack: props.onBack }} />} actions={<Button kind="line" onClick={props.onBack}>{t("typeCode")}</Button>}>
      <h1>{t("scanTitle")}</h1>
      <video ref={video} class="scan" muted playsInline aria-label={t("scanTitle")} />
      <p class="small">{t("scanHint")}</p>
      {problem !== null && <Banner kind="refused" title={t(problem)} />}
    </Screen>
  );
};
