"""Gradio dressed as Footnote: black on white, one accent, the same in dark mode."""

import gradio as gr

INK = "#14161a"
MUTED = "#4d545e"
RULE = "#c9ced6"
WASH = "#f4f5f7"
ACCENT = "#1b4f8f"
ACCENT_DARK = "#123863"

_CHOICES = {
    "body_background_fill": "white",
    "body_text_color": INK,
    "body_text_color_subdued": MUTED,
    "block_label_text_color": INK,
    "block_title_text_color": INK,
    "block_info_text_color": MUTED,
    "block_title_text_weight": "700",
    "block_background_fill": "white",
    "block_border_color": RULE,
    "block_border_width": "0px",
    "block_shadow": "none",
    "block_padding": "0px",
    "background_fill_primary": "white",
    "background_fill_secondary": WASH,
    "border_color_primary": RULE,
    "border_color_accent": ACCENT,
    "border_color_accent_subdued": RULE,
    "color_accent": ACCENT,
    "color_accent_soft": WASH,
    "link_text_color": ACCENT,
    "link_text_color_hover": ACCENT_DARK,
    "link_text_color_visited": ACCENT,
    "link_text_color_active": INK,
    "button_primary_background_fill": ACCENT,
    "button_primary_background_fill_hover": ACCENT_DARK,
    "button_primary_text_color": "white",
    "button_secondary_background_fill": "white",
    "button_secondary_background_fill_hover": WASH,
    "button_secondary_text_color": INK,
    "button_secondary_border_color": MUTED,
    "button_border_width": "1px",
    "input_background_fill": "white",
    "input_border_width": "2px",
    "input_border_color": INK,
    "input_border_color_focus": INK,
    "input_placeholder_color": MUTED,
    "input_shadow_focus": "none",
}


def footnote_theme() -> gr.themes.Base:
    """The theme, from fonts that every machine has: nothing is fetched."""
    theme = gr.themes.Base(
        primary_hue="blue",
        neutral_hue="gray",
        radius_size=gr.themes.sizes.radius_sm,
        text_size=gr.themes.sizes.text_lg,
        font=["arial", "sans-serif"],
        font_mono=["monospace"],
    )
    theme.set(**_CHOICES)
    for name in [name for name in vars(theme) if name.endswith("_dark")]:
        light = name.removesuffix("_dark")
        if hasattr(theme, light):  # no half-tested second palette
            setattr(theme, name, getattr(theme, light))
    return theme
