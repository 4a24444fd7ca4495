import type { TriageClass } from "#core/triage/class.ts";
import type { RuleId } from "./v1/rules.ts";
import type { ClassWords, RuleWords } from "./words.ts";

/** What each rule asks the kader to do and to say, in English: the twin of `rule-texts.id.ts`, under the same care. */
const words = (reason: string, say: string, ...doNow: readonly string[]): RuleWords => ({ reason, say, doNow });

const GO = "The midwife needs to see you now. I stay with you until she is here.";
const GO_BABY = "The midwife needs to see the baby now. I come along. Let us keep the baby close.";
const KEEP_WARM = "Hold the baby skin to skin, covered, with a cap.";
const KEEP_FEEDING = "Keep feeding on the way if the baby wants to.";
const FEED_ON = "Keep feeding, as often as the baby wants.";
const HOT_OR_COLD = ["Cold: skin to skin, cap, blanket.", "Hot: take off one layer, no ice."] as const;
const NOT_ALONE = "Do not leave her alone.";
const SOON = "I tell the midwife today, so that you are seen within a day.";
const NO_MASSAGE = "No massage today. We wait for the midwife's word.";

export const RULE_TEXTS: Readonly<Record<RuleId, RuleWords>> = {
  U01: words("A danger sign is not answered yet", "There is something more I need to ask, so that you are safe.", "Ask again what is open.", "Not possible? Tell the midwife today."),
  U02: words("The baby's age is not known", "When exactly was the baby born? Let us look in the KIA book.", "Look for the hour of birth in the KIA book."),
  U03: words("Some questions were put off", "I come by again tomorrow, and we talk a little.", "Come back within 24 hours."),

  M01a: words("Heavy bleeding", GO, "Lay her down, legs higher.", NOT_ALONE, "Bring the full pad for the midwife to see."),
  M01b: words("More bleeding than before", SOON, "Ask her to rest and to pass urine.", "A pad full within an hour? Go now."),
  M02: words("Fits or fainting", GO, "Turn her on her side, move hard things away.", "Put nothing into her mouth.", NOT_ALONE),
  M03a: words("Severe headache, blurred vision, pain below the breastbone, sudden swelling, or very high blood pressure", GO, NOT_ALONE, "Keep her calm, with little light and noise."),
  M03b: words("High blood pressure", SOON, "Ask her to rest.", "Severe headache or blurred vision? Go now."),
  M03d: words("A headache that is worse sitting up", SOON, "Let her lie down.", "Blurred vision or a stiff neck? Go now."),
  M03c: words("High blood pressure in pregnancy, not measured today", "Your blood pressure should be measured today or tomorrow.", "Ask the midwife to measure it."),
  M04: words("Short of breath, chest pain, or one leg painful and swollen", GO, "Do not massage the leg.", "Let her sit, and not walk far."),
  M05: words("She is hot or shivering", GO, "Give her to drink if she is awake.", KEEP_FEEDING),
  M06a: words("Severe belly pain, or she cannot pass urine", GO, "Do not massage the belly."),
  M06b: words("Smelly discharge, pus in a wound, painful urine, or lasting belly pain", SOON, "Keep the wound clean and dry."),
  M06c: words("Cramps while feeding", "Cramps while feeding are usual in the first days. The womb is getting smaller.", "Ask her to pass urine before feeding.", "Cramps that do not stop? Tell the midwife."),
  M07: words("She needs to talk with the midwife now", "You are not alone. I stay with you until the midwife is here.", NOT_ALONE, "Ask one person whom she trusts to stay with the baby.", "Listen, do not blame."),
  M08a: words("She has been sad for long, or finds it hard to be close to the baby", "Many mothers feel like this. It is not your fault. The midwife can help.", "Stay with her, without long advice.", "Ask the family to help with the baby."),
  M08b: words("She should talk with the midwife this week", "The midwife would like to hear from you this week.", "Tell the midwife."),
  M09: words("She looks very ill, or a measurement is not safe", GO, NOT_ALONE, "Lay her down, cover her."),
  M10: words("One side of the body is suddenly weak", GO, "Give nothing to eat or drink.", NOT_ALONE),
  M12: words("She should talk with the midwife within a day", "The midwife would like to see you, as is usual after a birth.", "Ask when and where she can meet the midwife.", "Tell the midwife."),
  M13: words("The afterbirth may not be complete", SOON, "Heavy bleeding? Go now."),
  M14: words("She is under 18", "The midwife will stand by you too this week.", "Visit more often.", "Bring in family whom she trusts."),

  B01: words("Both breasts are full", "Full breasts are usual in the first days. Feed as often as the baby wants.", "Help with position and attachment.", "A cold cloth after feeds if it is pleasant.", "No breast massage, no emptying."),
  B02: words("Both breasts are full and no better", SOON, FEED_ON, "No breast massage."),
  B03: words("A part of one breast is painful, hard or red", "The midwife should see your breast within a day.", "Keep feeding from both breasts.", "No massage, no pressing, no emptying."),
  B04: words("The painful part of the breast is worse, or a day old", "The midwife should see your breast today.", "Keep feeding from both breasts.", "No massage, no pressing."),
  B05: words("The midwife should see the breast today", "The midwife should see your breast this very day.", "Do not press to examine.", "No massage."),
  B06: words("A painful breast, and an illness that makes her body weaker", "The midwife should see your breast this very day.", "Keep feeding from both breasts.", "No massage, no pressing."),
  B07: words("Sore nipples", "Nipples are often sore because the baby is not attached deeply. Let us try together.", "Help with attachment: mouth wide, chin touching.", "A little breast milk on the nipple, let it dry."),
  B08: words("Pus at a nipple, or sore for two days", SOON, "Keep feeding if she can bear it.", "Help with attachment."),
  B09: words("A lump for some time, or a bleeding nipple", "The midwife should see your breast this week.", "Do not press."),
  B10: words("Blisters on the breast", "The midwife should see the blisters within a day.", "Keep the baby from touching them.", "Meanwhile feed from the breast without blisters."),
  B11: words("She feels as with a flu", SOON, "Drink and rest.", "Hot or shivering? Go now."),

  N01: words("The baby shows a danger sign", GO_BABY, KEEP_WARM, KEEP_FEEDING),
  N02a: words("The baby is too hot or too cold", GO_BABY, ...HOT_OR_COLD, KEEP_FEEDING),
  N02b: words("The baby is a little cold", "The baby is a little cold, let us warm it on your chest.", KEEP_WARM, "Measure again after 30 to 60 minutes."),
  N02c: words("The baby is still cold after warming", GO_BABY, KEEP_WARM, KEEP_FEEDING),
  N02d: words("The baby is hot", "The midwife should see the baby within a day.", FEED_ON, "Weaker, or will not feed? Go now."),
  N02e: words("The baby feels hot or cold", GO_BABY, ...HOT_OR_COLD, KEEP_FEEDING),
  N02f: words("The baby feels hot or cold", "The midwife should see the baby within a day.", "Find a thermometer and measure.", FEED_ON),
  N03: words("The baby breathes too fast or too slowly", GO_BABY, KEEP_WARM, "Hold the baby upright on the chest."),
  N04a: words("A yellow baby that cannot wait", GO_BABY, KEEP_FEEDING, "Sunshine does not replace the midwife."),
  N04b: words("The baby is yellow", "The midwife should see a yellow baby within a day.", "Wake the baby, feed more often.", "Yellow to the palms, or hard to wake? Go now."),
  N04c: words("Pale stools", "The midwife should see pale stools within a day.", "Keep the nappy to show it."),
  N05: words("Fewer than 6 urinations", "The baby's urine tells us whether there is enough milk. The midwife will look.", "Feed more often, day and night.", "Look at the attachment."),
  N06a: words("The baby hardly passes urine", GO_BABY, KEEP_FEEDING),
  N06b: words("No urine for 12 hours", "The midwife should see the baby within a day.", "Wake and feed now.", "Still none? Go now."),
  N07: words("Less urine than the baby's age asks", "The midwife should see the baby within a day.", "Feed every 2 to 3 hours."),
  N08: words("The baby lost more than a tenth of its weight", GO_BABY, KEEP_FEEDING, "Bring the KIA book with the birth weight."),
  N09a: words("The baby lost a good deal of weight", "The midwife should weigh and see the baby within a day.", "Feed more often.", "Look at the attachment."),
  N09b: words("Some weight lost: weigh again", "We weigh again tomorrow.", "Feed often.", "Weigh again within 24 hours."),
  N10: words("Not back to the birth weight", "The midwife should see the baby within a day.", "Feed more often, day and night."),
  N11a: words("Slow weight gain", "The midwife will look at the baby's gain this week.", "Feed more often.", "Weigh again next week."),
  N11b: words("Weight below its growth line", "The midwife will look at the growth chart this week.", "Bring the KIA book."),
  N11c: words("Less weight than at the last weighing", "The midwife should see the baby within a day.", "Feed more often."),
  N12a: words("Stools are still black", "Black stools after the fourth day should be seen within a day.", "Feed more often."),
  N12b: words("Stools are black again", GO_BABY, "Keep the nappy to show it.", KEEP_FEEDING),
  N13: words("A small or early baby, and something to look at", "A small baby should be seen sooner, within a day.", KEEP_WARM, "Feed more often."),
  N14a: words("The baby feeds too rarely", GO_BABY, "Wake and feed now."),
  N14b: words("The baby cannot attach", "The midwife will help with attachment within a day.", "Skin to skin, try again calmly."),
  N14c: words("Not fed since birth", "The midwife will help within a day.", "Skin to skin now, let the baby search."),
  N15a: words("Hard to wake, and drinking too little", GO_BABY, KEEP_WARM, "Try to feed on the way."),
  N15b: words("Always sleepy, or trembling", "The midwife should see the baby within a day.", "Wake the baby to feed.", "Will not feed? Go now."),

  X01: words("The family is mourning", "I am so sorry. I am here with you.", "Listen, ask little.", "Tell the midwife: she needs company, and her breasts need care."),

  F01: words("She worries about too little milk", "Many mothers worry like this. Let us look at the signs together: urine, weight, swallowing.", "Look for the cause with her.", "Encourage more frequent feeds."),
  F02: words("Fewer than 8 feeds", "A baby usually feeds 8 to 12 times in a day and night.", "Feed whenever the baby wants, at night too.", "Wake the baby if it sleeps long."),
  F03a: words("Attachment is not good yet, or feeding hurts", "Let us try another position, so that it does not hurt.", "Show the four signs of attachment.", "Let her take the baby off and try again gently."),
  F03b: words("Attachment does not work yet", "The midwife will help with attachment within a day.", "Skin to skin meanwhile."),
  F04a: words("Apart, a dummy, or drinks beside breast milk", "Thank you for telling me. A baby learns to suck most easily at the breast.", "Stop nothing that a health worker ordered.", "Breast first, before anything else."),
  F04b: words("Diluted milk, or food already", "The midwife should talk with you about the baby's drinks within a day.", "Do not blame.", "Stop nothing that a health worker ordered."),
  F05: words("Tired, unsure, or with little help", "You have tried so hard. Who could make today easier?", "Ask her husband or the grandmother to help.", "Listen first, advise later."),
  F06: words("Flat nipples", "The baby sucks the breast, not the nipple alone. Let us try together.", "Help with the position, wait for a wide mouth."),
  F07: words("No milk after three days", "The midwife should see you and the baby within a day.", "Skin to skin, feed often."),
  F08: words("She takes the pill, herbs or another medicine", "The midwife will look at your medicine this week. Do not stop by yourself.", "Write down its name."),
  F09: words("Too much milk", "The midwife will help to settle it this week.", "No extra expressing."),
  F10: words("A health worker gave her a feeding plan", "Let us follow the clinic's plan.", "Give no feeding advice of your own.", "Ask the midwife."),

  S01: words("No massage yet: not agreed, pregnant, a wounded back, or warm", NO_MASSAGE),
  S02: words("Her blood stops slowly, or she takes a blood thinner", NO_MASSAGE, "Ask the midwife before any massage."),
  S03: words("A blood clot in the past", NO_MASSAGE, "The midwife has to allow it first."),
  S04: words("A trouble of the spine", NO_MASSAGE, "The midwife has to look first."),
  S05: words("After a caesarean, the midwife has to allow it first", "A massage after the operation waits for the midwife's word.", "Ask the midwife to clear this mother."),
  S08: words("Massaged twice today", "That is enough for today. Again tomorrow."),
  S09: words("Three days of massage without improvement", "Let us ask the midwife to look, so that you are helped in another way.", "Go on with attachment and frequent feeds."),
  S10: words("A bruise or pain after the massage", "I am sorry. No more massage until the midwife has looked."),
  S11: words("The midwife has not answered a referral yet", NO_MASSAGE),
};

export const CLASS_TEXTS: Readonly<Record<TriageClass, ClassWords>> = {
  SEGERA: { tag: "Now", title: "Take {name} to the midwife now", meaning: "It cannot wait." },
  R24: { tag: "Within 24 h", title: "{name} needs the midwife within 24 hours", meaning: "Tell the midwife today." },
  PEKAN: { tag: "This week", title: "{name} needs the midwife this week", meaning: "Tell the midwife, then visit again." },
  BANTU: { tag: "You can help", title: "{name} can be helped now", meaning: "Help at home, then look again." },
  LANJUT: { tag: "Well", title: "No danger sign today", meaning: "Carry on, and come again." },
};
