export { Screen } from "./Screen";
export { SettingsFrame } from "./SettingsFrame";
