-- What HTML cannot say to pandoc: page breaks, landscape pages for wide tables, lines to sign on.
-- Sizes in twentieths of a point. Margins as in reference.docx, see tools/reference-docx.py.
local function raw(xml) return pandoc.RawBlock('openxml', xml) end

-- The name under which pandoc files the footer of reference.docx. Seen in 2.17 only; elsewhere the
-- pages up to the last wide table go without a number rather than name a part that is not there.
local footer = PANDOC_VERSION[1] == 2 and PANDOC_VERSION[2] == 17
  and '<w:footerReference w:type="default" r:id="rId9"/>' or ''

local function section(orientation)
  local size = orientation == 'landscape'
    and '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    or '<w:pgSz w:w="11906" w:h="16838"/>'
  local margins = orientation == 'landscape'
    and '<w:pgMar w:top="1588" w:right="1134" w:bottom="1474" w:left="1134" w:header="851" w:footer="992" w:gutter="0"/>'
    or '<w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588" w:header="851" w:footer="1587" w:gutter="0"/>'
  return raw('<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    .. '<w:sectPr>' .. footer .. size .. margins .. '</w:sectPr></w:pPr></w:p>')
end

-- A line of a text stays a line.
function SoftBreak() return pandoc.LineBreak() end

function Div(div)
  if div.classes:includes('page-break') then
    return raw('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
  elseif div.classes:includes('wide') then
    -- A section ends where its properties stand: the first ends the upright pages before.
    local blocks = pandoc.List({ section('portrait') })
    local small = pandoc.Attr('', {}, { ['custom-style'] = 'Wide Cell' })
    blocks:extend(div:walk({
      Plain = function(cell) return pandoc.Div({ pandoc.Para(cell.content) }, small) end,
    }).content)
    blocks:insert(section('landscape'))
    return blocks
  elseif div.classes:includes('signatures') then
    local blocks = pandoc.List()
    for _, line in ipairs(div.content) do
      line.content:insert(pandoc.Str('____________________'))
      blocks:insert(pandoc.Div({ line }, pandoc.Attr('', {}, { ['custom-style'] = 'Signature Line' })))
    end
    return blocks
  end
end
