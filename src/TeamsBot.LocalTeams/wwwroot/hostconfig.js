// How Teams draws cards: sizes, and colours as the theme's variables, so that one set serves light and dark.
const colors = (soft = "var(--soft)") => {
  const pair = (strong, subtle) => ({ default: strong, subtle: subtle ?? strong });
  return {
    default: pair("var(--text)", soft), dark: pair("var(--text)", soft), light: pair("var(--soft)"), accent: pair("var(--brand-text)"),
    good: pair("var(--good)"), warning: pair("var(--warn)"), attention: pair("var(--danger)"),
  };
};
const style = backgroundColor => ({ backgroundColor, foregroundColors: colors(), borderColor: "transparent" });

export default {
  supportsInteractivity: true,
  fontTypes: {
    default: { fontFamily: "var(--font)", fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 24 }, fontWeights: { lighter: 300, default: 400, bolder: 600 } },
    monospace: { fontFamily: "var(--mono)", fontSizes: { small: 12, default: 13, medium: 16, large: 18, extraLarge: 24 }, fontWeights: { lighter: 300, default: 400, bolder: 600 } },
  },
  lineHeights: { small: 18, default: 21, medium: 24, large: 26, extraLarge: 32 },
  spacing: { small: 6, default: 10, medium: 14, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: "var(--line)" },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style("transparent"), emphasis: style("var(--emphasis-back)"), accent: style("var(--accent-back)"),
    good: style("var(--good-back)"), attention: style("var(--danger-back)"), warning: style("var(--warn-back)"),
  },
  inputs: {
    label: {
      requiredInputs: { weight: "bolder", suffix: " *", suffixColor: "attention", size: "default" },
      optionalInputs: { weight: "bolder", size: "default" },
    },
    errorMessage: { color: "attention", spacing: "small", size: "small", weight: "default" },
  },
  actions: {
    maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left",
    showCard: { actionMode: "inline", inlineTopMargin: 10, style: "emphasis" },
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { color: "default", size: "default", isSubtle: true, weight: "default", wrap: true, maxWidth: 130 },
    value: { color: "default", size: "default", isSubtle: false, weight: "default", wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: "large", weight: "bolder", color: "default", isSubtle: false, fontType: "default" } },
  textBlock: { headingLevel: 3 },
};
