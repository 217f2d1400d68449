// Editor block: settings in the sidebar, and the widget itself as preview. No build step: this file is shipped as it
// is.
(({blocks, blockEditor, components, element}, {language, own, widgets, words}) => {
  const {createElement: el, Fragment} = element;
  const {InnerBlocks, InspectorControls, useBlockProps} = blockEditor;
  const {Disabled, Notice, PanelBody, Placeholder, SelectControl, TextControl, ToggleControl} = components;

  /** Decodes `&` in values saved by authors without the capability `unfiltered_html`. */
  const plain = value =>
    String(value ?? '').replace(/&(amp;)*(amp|lt|gt|quot|#039);/g, (entity, more, name) =>
      ({amp: '&', lt: '<', gt: '>', quot: '"', '#039': "'"})[name],
    );

  const titles = Object.entries(widgets).map(([value, {title}]) => ({value, label: title}));

  /** Renders a text with the parts between backticks as code. */
  const withCode = (text = '') =>
    text.split('`').map((part, i) => (i % 2 ? el('code', {key: i}, part) : part));

  /** Renders the control of a setting. */
  const control = (name, {kind, choices, range: [min, max] = [], text}, value, change) => {
    const common = {
      key: name,
      label: name,
      help: withCode(text),
      __nextHasNoMarginBottom: true,
      __next40pxDefaultSize: true,
    };
    if (kind === 'flag')
      return el(ToggleControl, {...common, checked: value !== '', onChange: on => change(on ? 'true' : '')});
    if (choices) {
      const options = choices.filter(Boolean).map(choice => ({value: choice, label: choice}));
      return el(SelectControl, {
        ...common,
        options: [{value: '', label: words.default}, ...options],
        value,
        onChange: change,
      });
    }
    const type = kind === 'number' ? 'number' : 'text';
    return el(TextControl, {...common, type, min, max, value, onChange: change});
  };

  const settingsOf = ({attributes, setAttributes}) => {
    const {widget, settings} = attributes;
    const facts = widgets[widget];
    const change = name => value => {
      const {[name]: _, ...others} = settings;
      setAttributes({settings: value === '' ? others : {...others, [name]: value}});
    };
    const panel = key => {
      const entries = Object.entries(facts?.attributes ?? {}).filter(([, one]) => one.panel === key);
      const controls = entries.map(([name, one]) => control(name, one, plain(settings[name]), change(name)));
      return controls.length > 0 && el(PanelBody, {key, title: words[key], initialOpen: key === 'main'}, controls);
    };
    // Attributes that the new widget also has are kept, such as the URL of the API.
    const choose = noun => {
      const known = widgets[noun].attributes;
      const kept = Object.entries(settings).filter(
        ([name]) => name === 'colours' || Object.hasOwn(known, name),
      );
      setAttributes({widget: noun, settings: Object.fromEntries(kept)});
    };
    return el(
      InspectorControls,
      null,
      el(
        PanelBody,
        null,
        el(SelectControl, {
          label: words.widget,
          help: withCode(facts?.text),
          options: titles,
          value: widget,
          onChange: choose,
          __nextHasNoMarginBottom: true,
          __next40pxDefaultSize: true,
        }),
      ),
      ['main', 'filter', 'more'].map(panel),
    );
  };

  /** Returns the attributes that a widget has by default: a contribution form sends to this site. */
  const defaultsOf = ({widget, settings}) => (widget === 'contribute' && !settings.api ? own : {});

  /** Returns the colours of a list such as `link: #1f5fa6; ink: #1d2a2f` as a style. */
  const styleOf = ({colours = ''}) =>
    Object.fromEntries(
      [...plain(colours).matchAll(/(?:--spass-)?\b([a-z][a-z-]*)\s*:\s*(#[\da-f]{3,8})/gi)].map(
        ([, name, colour]) => [`--spass-${name}`, colour],
      ),
    );

  /** Renders the preview, without the attribute that writes to the URL of the page. */
  const preview = ({widget, settings}) => {
    const {attributes} = widgets[widget];
    const given = {lang: language, ...defaultsOf({widget, settings})};
    for (const [name, value] of Object.entries(settings))
      if (attributes[name] && name !== 'sync-url')
        given[name] = attributes[name].kind === 'flag' ? '' : plain(value);
    return el(
      Disabled,
      null,
      el(`spass-${widget}`, {...given, style: styleOf(settings), key: JSON.stringify([widget, settings])}),
    );
  };

  const edit = props => {
    const {widget, settings} = props.attributes;
    const facts = widgets[widget];
    const title = facts?.title ?? widget;
    const content = () =>
      el(Fragment, null, el('p', null, words.content), el(InnerBlocks, {templateLock: false}));
    const shown = () => {
      if (!facts) return el(Notice, {status: 'error', isDismissible: false}, widget);
      if (facts.content && !settings.api) return content();
      if (!settings.api && !defaultsOf(props.attributes).api)
        return el(Placeholder, {icon: 'location-alt', label: title, instructions: words.address});
      return preview(props.attributes);
    };
    return el('div', useBlockProps(), settingsOf(props), shown());
  };

  blocks.registerBlockType('spass-widgets/widget', {edit, save: () => el(InnerBlocks.Content)});
})(window.wp, window.spassWidgets);
