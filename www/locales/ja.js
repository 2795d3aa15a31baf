// Japanese. `{name}` is filled in by the page. The terms are those of the lecture.

export default {
  'boot.failed':
    'ページを始められませんでした。ビルドしたページを Web サーバーから、WebAssembly SIMD の使える新しいブラウザーで開いてください。({reason})',

  'lesson.choose': '実験を選ぶ',
  'lesson.reset': '実験を最初の設定に戻す',

  'beats.label': '実演',
  'beats.back': '実演を一つ戻る',
  'beats.forward': '実演を一つ進む',
  'beats.count': '{beat} / {count}',

  'language.choose': '言語 Language',
  'theme.label': '配色:{theme}',
  'theme.auto': '自動',
  'theme.light': 'ライト',
  'theme.dark': 'ダーク',
  'projector.open': '投影モード',
  'projector.close': '投影モードを終わる(Esc)',

  'notice.close': '閉じる',
  'notice.refused': '{place}:{words}',
  'notice.failed':
    '思いがけない不具合で計算が止まりました。ページを読み込み直してください。',

  'chart.goal': '目標',
  'surface.label': '誤差の図。初期値を動かす',
  'surface.value': '初期値 {start}、最後の誤差 E = {error}、{verdict}',
  'surface.hint': 'ドラッグか矢印キーで初期値を動かす',
  'surface.projection':
    '動く重み {free} 個のうち {shown} 個だけを軸にした断面。経路はその上への射影',
  'legend.start': '初期値',
  'legend.step': 'ステップ {step}',

  'timeline.label': 'ステップ',
  'timeline.value': 'ステップ {step} / {last}、誤差 E = {error}',

  'transport.label': '再生',
  'transport.first': '初期値に戻る',
  'transport.back': '1 ステップ戻る',
  'transport.play': '再生',
  'transport.pause': '一時停止',
  'transport.forward': '1 ステップ進む',
  'transport.last': '最後へ',
  'transport.step': 'ステップ {step} / {last}',
  'transport.speed': '再生の速さ',
  'transport.speed.slow': 'ゆっくり',
  'transport.speed.normal': 'ふつう',
  'transport.speed.fast': 'はやい',

  'settings.heading': '学習率とステップ数',
  'settings.rate': '学習率',
  'settings.rate.slider': '学習率 ε(対数目盛)',
  'settings.steps': 'ステップ数',
  'field.empty': '数を入れてください',
  'field.number': '数を入れてください。「{found}」は数ではありません',

  'verdict.heading': '結果',
  'verdict.computing': '計算中',
  'verdict.computing.sentence': '降下を計算しています。',
  'verdict.converged': '収束',
  'verdict.converged.sentence': '誤差が最小の値まで下がりました。解が見つかりました。',
  'verdict.local-minimum': '局所最適解',
  'verdict.local-minimum.sentence':
    '谷の底に着きました。しかし、もっと誤差の小さい谷がほかにあります。',
  'verdict.vanishing-gradient': '勾配消失',
  'verdict.vanishing-gradient.sentence':
    '傾きがほとんど消え、谷の底に着かないまま更新が止まりました。',
  'verdict.still-descending': '降下中',
  'verdict.still-descending.sentence':
    'まだ下っている途中です。ステップを増やせば誤差はもっと下がります。',
  'verdict.saddle': '鞍点',
  'verdict.saddle.sentence': '傾きは 0 ですが、底ではありません。少しずらせば、また下り始めます。',
  'verdict.oscillating': '振動',
  'verdict.oscillating.sentence':
    '谷をまたいで行ったり来たりしています。学習率が大きすぎます。',
  'verdict.diverged': '発散',
  'verdict.diverged.sentence':
    '更新のたびに行き過ぎが大きくなり、誤差が限りなく増えました。学習率が大きすぎます。',

  'standstill.error': 'それでも誤差 {error} が残っている。',

  'evidence.heading': '判定の根拠',
  'evidence.error': '最後の誤差',
  'evidence.best': 'わかっている最小の誤差',
  'evidence.goal': '収束とみなす範囲',
  'evidence.gradient': '勾配の大きさ',
  'evidence.left': '残りの下り',
  'evidence.left.note': '同じだけステップを続けたとき、まだ減らせる余分な誤差の割合',
  'evidence.newton': 'ニュートンステップ',
  'evidence.newton.near': '2 次近似の底は、ほぼこの場所にある',
  'evidence.newton.far': '2 次近似の底は、まだこれだけ先にある',
  'evidence.eigenvalues': 'ヘッセ行列の固有値',
  'evidence.eigenvalues.flat': '固有値 0 の向きには誤差が変わらない。解は一つに決まらない(不定解)',
  'evidence.spectrum': '{smallest} 〜 {largest}({count} 個)',
  'evidence.stability': '学習率 × 最大の固有値',
  'evidence.stability.limit': '2 未満なら谷に収まり、2 で振動、2 を超えると発散',
  'evidence.slope': '途中で最も小さい傾き',
  'evidence.slope.place': '第 {layer} 層のユニット {unit}、サンプル {sample}',

  'reading.heading': 'ステップ {step}',
  'reading.error': '誤差',
  'reading.gradient': '勾配の大きさ',

  'help.heading': '操作とキー',
  'help.drag': '図の上をドラッグまたはクリック:初期値を動かす',
  'help.surface':
    '図を選んで矢印キー:初期値を軸の 1/100 動かす。Shift と一緒に押すと 1/1000',
  'help.timeline':
    '時間軸を選んで ← →:1 ステップ。Shift と一緒に押すと 10 ステップ。PageUp、PageDown、Home、End も使える',
  'help.space': 'スペースキー:再生と一時停止',
  'help.beats': '投影モードの PageDown、PageUp:実演を進む、戻る',

  'map.modes': '初期値ごとに表示するもの',
  'map.surface': '誤差',
  'map.fates': '結末',
  'map.steps-to-goal': '目標までの歩数',
  'map.error': '最後の誤差',
  'map.norm': '初期値での傾き',
  'map.legend': '各初期値の結末',
  'map.progress': '結末の地図',
  'map.others': '表示していない重みの初期値は固定しています。',
  'map.reached': '{steps} 歩で到達',

  'problem.syntax': '{line} 行 {column} 文字目が JSON として読めません({detail})',
  'problem.unknown-key': '知らない項目です。使えるのは {known} です',
  'problem.duplicate-key': '同じ項目が 2 回あります',
  'problem.missing': '必要な項目がありません',
  'problem.exactly-one': '{keys} のうち、ちょうど一つが必要です',
  'problem.wrong-type': '{expected} が必要ですが、{found} があります',
  'problem.count': '{least} 個必要ですが、{found} 個あります({basis})',
  'problem.count-range': '{least} 〜 {greatest} 個必要ですが、{found} 個あります({basis})',
  'problem.out-of-range': '{least} 以上 {greatest} 以下の数が必要です({found} は使えません)',
  'problem.not-finite': '有限の数が必要です',
  'problem.not-positive': '0 より大きい数が必要です({found} は使えません)',
  'problem.not-whole': '整数が必要です({found} は使えません)',
  'problem.not-one-of': '{allowed} のどれかが必要です(「{found}」は使えません)',
  'problem.repeated': '{found} が 2 回あります',
  'problem.empty-range': '終わりは始まりより大きくなければなりません({from} から {to})',
  'problem.too-large': '{what} が {found} です。上限は {limit} です',
  'problem.drawing': '図を描けませんでした({detail})',

  'type.null': 'null',
  'type.boolean': 'true か false',
  'type.number': '数',
  'type.text': '文字列',
  'type.list': 'リスト',
  'type.object': 'オブジェクト',
  'type.name': '名前',
};
