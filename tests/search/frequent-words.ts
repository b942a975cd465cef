/**
 * The 200 most frequent Danish words of six letters or more (wordfreq 3.1.1, CC BY-SA 4.0) that neither the demo town nor the
 * lexicon speaks of, in order; no months, for they are dates.
 */
export const FREQUENT_WORDS = `
  gennem faktisk hvilket allerede elsker indtil forhold håber ligesom igennem selvom hvilken odense aalborg dermed europa desuden direkte området præcis
  kæmpe millioner kendte egentlig normalt uanset artikel baggrund ekstra perfekt ønske yderligere kærlighed afsnit forslag fortsat forsøg medlem områder
  angreb formand ganske hvilke nemlig tyskland ansvar årige ændre dræbt ligner pludselig sverige øvrigt niveau succes prisen smukke typisk valgte
  ønskede anvendes enhver udover adgang league resultater system øvrige amerikanske derudover formål kørte ledelse tilbud udtryk baseret frankrig vækst
  lignende roskilde chance energi gengæld syntes tillykke ændret nyheder undgå købte profil design heldigvis indlæg lavede skyldes valget afsted
  fuldstændig skønt nærmest procent projekt respekt spurgte artikler omgang primært behandling fængsel region rusland simpelthen værdi afdeling forsøgte
  fungerer nævnt priser europæiske grænser nødvendigt resultat version absolut derimod fordel george kritik sendte udgør bryder fremtid kaldte status
  nåede service svenske amerikansk effekt indflydelse karakter kvalitet kæmper london lykkedes resultatet såsom såvel korrekt systemet copenhagen daniel
  forlod google konkurrence sandheden tilladelse ændrer frihed medarbejdere oftest projektet seriøst grænsen jylland officielt produkter produktion
  professor spanien udenlandske udført analyse england hensyn kongen konstant landbrug praksis såkaldte indhold kaptajn listen materiale nærmere
  rettigheder tjener deltage position særlige umiddelbart beskytte bortset fulgte følte israel risiko skibet bornholm fornøjelse
`
  .trim()
  .split(/\s+/);
