import { defineMessages } from "@/i18n/messages";

/** What is needed before the bell is opened. */
export const bellMessages = defineMessages({
  en: { title: "Notifications", unread: { one: "Notifications, {count} unread", other: "Notifications, {count} unread" }, some: "({count} unread)" },
  de: { title: "Benachrichtigungen", unread: { one: "Benachrichtigungen, {count} ungelesen", other: "Benachrichtigungen, {count} ungelesen" }, some: "({count} ungelesen)" },
});
