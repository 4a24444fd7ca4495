/** How much of a source was seen by whoever wrote the rules. */
export type Seen = "read" | "in part" | "abstract" | "second hand" | "figures";

export type Source = { readonly title: string; readonly seen: Seen };

/** The sources that rules, figures and advice name by code. Titles as published. */
export const SOURCES: Readonly<Record<string, Source>> = {
  S1: { title: "WHO 2009, Infant and young child feeding: model chapter (ISBN 978 92 4 159749 4)", seen: "in part" },
  S1b: { title: "Back massage technique of the WHO type, course handout without an author", seen: "second hand" },
  S3: { title: "Ethiopia, Ministry of Health: postnatal care course, “not enough milk”", seen: "read" },
  S4: { title: "Academy of Breastfeeding Medicine, clinical protocol 36 (Mitchell et al., Breastfeed Med 2022;17(5))", seen: "second hand" },
  S7: { title: "NICE CKS, mastitis and breast abscess, through NHS pathways", seen: "second hand" },
  S8: { title: "NICE NG75, faltering growth, recommendation 1.1", seen: "read" },
  S9: { title: "Systematic review of weight loss of newborns, Open Medicine (PMC3091615)", seen: "abstract" },
  S10: { title: "Open University and Ethiopia, HEAT: newborn danger signs, box 2.2; Ministry of Health, postnatal care 6.2", seen: "read" },
  S11: { title: "WHO 2013, postnatal care recommendations, as table 2 in BMC Pregnancy Childbirth 2023 (s12884-023-05350-w)", seen: "read" },
  S12: { title: "Danger signs of the mother: WHO PCPNC wording; NICE CG37 table 5-1; RS Mitra Medika 2023", seen: "in part" },
  S13: { title: "WHO eLENA 2014, exclusive breastfeeding; Peraturan Pemerintah 33/2012, articles 1, 7, 9, 10", seen: "read" },
  S15: { title: "SOP pijat oksitosin, STIKES Karya Husada Semarang", seen: "in part" },
  S16: { title: "SOP pijat oksitosin, annex of a thesis, 2021", seen: "read" },
  S17: { title: "Cautions for massage in general, text derived from NCCIH", seen: "second hand" },
  S22: { title: "Wilson, Woodd, Benova, J Hum Lact 2020;36:673-686", seen: "abstract" },
  S24: { title: "UNICEF 2012, Community IYCF counselling package, key messages, card 5", seen: "in part" },
  S29: { title: "Trials and reviews of oxytocin massage", seen: "abstract" },
  BFC: { title: "WHO/UNICEF, Breastfeeding counselling: a training course", seen: "second hand" },
  WFA: { title: "WHO child growth standards, weight for age (Multicentre Growth Reference Study)", seen: "figures" },
};
