import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: {
    history: "History",
    slider: "Version",
    sliderText: "{at}, {who}",
    now: "Now",
    asOf: "As it was on {at}",
    backToNow: "Back to now",
    somebody: "Somebody",
    becameFrom: "from",
    becameTo: "to",
    asItIs: "As it is",
    asItWas: "As it was",
    older: "Show what was before",
    fields: "Fields, as the API names them",
  },
  de: {
    history: "Verlauf",
    slider: "Fassung",
    sliderText: "{at}, {who}",
    now: "Jetzt",
    asOf: "Stand vom {at}",
    backToNow: "Zurück zu jetzt",
    somebody: "Jemand",
    becameFrom: "von",
    becameTo: "auf",
    asItIs: "Wie es ist",
    asItWas: "Wie es war",
    older: "Zeigen, was davor war",
    fields: "Felder, wie die API sie nennt",
  },
});
