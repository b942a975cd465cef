/**
 * The WHO-5 Well-Being Index in Danish (WHO-5 trivselsindeks), word for word; source, licence, and how far both could be
 * checked: docs/decisions/who-5.md. Nothing here may be reworded: an altered wording is another instrument.
 */
export const who5Wording = {
  title: "WHO-5 trivselsindeks",
  instruction:
    "Sæt venligst, ved hvert af de 5 udsagn, et kryds i det felt der kommer tættest på, hvordan du har følt dig i de seneste to uger. Bemærk at et højere tal står for bedre trivsel.",
  begins: "I de sidste 2 uger",
  items: [
    "har jeg været glad og i godt humør",
    "har jeg følt mig rolig og afslappet",
    "har jeg følt mig aktiv og energisk",
    "er jeg vågnet frisk og udhvilet",
    "har min dagligdag været fyldt med ting der interesserer mig",
  ],
  /** From 5 down to 0. */
  answers: [
    "Hele tiden",
    "Det meste af tiden",
    "Lidt mere end halvdelen af tiden",
    "Lidt mindre end halvdelen af tiden",
    "Lidt af tiden",
    "På intet tidspunkt",
  ],
  source: "WHO-5 Well-Being Index. World Health Organization, 1998. CC BY-NC-SA 3.0 IGO.",
} as const;
